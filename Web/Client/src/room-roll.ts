import { timeOfDay } from "./room-clock";
import { list, make, write } from "./room-dom";
import { say } from "./room-texts";
import type { View } from "./room-view";
import type { RollCall } from "./room-wire";

/** Whose actions are unfolded: a row that is made anew stays so. */
const unfolded = new Set<number>();

/** Who is here, away or gone since when, and what organizers can do about it. */
export function showRoll(view: View, people: RollCall[], me: number, wanted: string): void {
  const count = (presence: string): number => people.filter((p) => p.presence === presence).length;
  write(view.part("roll-counts"), say("RollCounts", count("here"), count("away"), count("left")));
  const order = ["here", "away", "left"];
  const rows = people.filter((p) => p.name && p.name.toLowerCase().includes(wanted)).sort((a, b) => order.indexOf(a.presence) - order.indexOf(b.presence) || a.name.localeCompare(b.name))
    .map(({ number, name, presence, since, leads, appointed, muted, takenOut }) => ({ number, name, presence, since, leads, appointed, muted, takenOut, mine: number === me }));
  list(view.part("roll"), rows, (p) => String(p.number), row);
}

type Row = Pick<RollCall, "number" | "name" | "presence" | "since" | "leads" | "appointed" | "muted" | "takenOut"> & { mine: boolean };

function row(person: Row): HTMLElement {
  const since = timeOfDay(new Date(person.since));
  const standing = say(person.presence === "here" ? "HereSince" : person.presence === "away" ? "AwaySince" : "LeftSince", since);
  const marks = [person.appointed ? say("CoOrganizer") : person.leads && say("Organizer"), person.muted && say("MutedMark"), person.takenOut && say("OutMark"), standing].filter(Boolean);
  const told = [make("strong", "", person.name), make("small", "soft", marks.join(" · "))];
  const actions = make("div", "room-roll-actions");
  const may = (text: string, what: string): void => {
    const button = make("button", "secondary quiet", say(text));
    button.type = "button";
    button.ariaLabel = `${say(text)}: ${person.name}`;
    button.dataset["do"] = what;
    button.dataset["number"] = String(person.number);
    actions.append(button);
  };
  if (person.takenOut) may("LetIn", "let-in");
  else {
    if (person.appointed) may("Dismiss", "dismiss");
    if (!person.leads) {
      may(person.muted ? "Unmute" : "Mute", person.muted ? "unmute" : "mute");
      if (person.presence !== "left") may("Appoint", "appoint");
    }
    if ((!person.leads || person.appointed) && !person.mine) may("TakeOut", "take-out");
  }
  if (actions.childElementCount === 0) return make("li", `room-${person.presence}`, "", ...told);
  const summary = make("summary", "", "", make("span", "", "", ...told));
  summary.dataset["do"] = "unfold";
  const part = make("details", "", "", summary, actions);
  part.open = unfolded.has(person.number);
  part.addEventListener("toggle", () => void (part.open ? unfolded.add(person.number) : unfolded.delete(person.number)));
  return make("li", `room-${person.presence}`, "", part);
}
