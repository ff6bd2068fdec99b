import { list, write } from "./room-dom";
import { icebreaker } from "./room-icebreaker";
import { person, personCard } from "./room-people";
import { company, mates, myTable, type State } from "./room-state";
import { say } from "./room-texts";
import type { View } from "./room-view";
import type { Participant } from "./room-wire";

/** More people than this are shown when they are looked for, or all are asked for. */
const few = 24;

/** The people around me: my table in a round, else everybody who is here. */
export class Here {
  private all = false;
  private state: State | null = null;

  constructor(private readonly view: View) {
    view.part("find").addEventListener("input", () => this.again());
    view.part("all").addEventListener("click", () => {
      this.all = !this.all;
      this.again();
    });
  }

  show(state: State): void {
    this.state = state;
    const me = state.participants[state.me];
    const table = myTable(state);
    const atTable = state.phase === "round" && table > 0;
    const others = atTable ? mates(state) : company(state);
    write(this.view.part("people-title"), atTable ? say("Table", table) : `${say("WhoIsHere")} (${others.length + 1})`);
    const note = state.phase === "round" && !atTable ? say(me?.organizer && state.house.unseated.includes(state.me) ? "OnlyLeads" : "NoTable") : others.length > 0 ? "" : say(atTable ? "AloneAtTable" : "Alone");
    write(this.view.part("people-note"), note);
    this.view.part("people-note").hidden = !note;
    const people = atTable ? others : this.some(others);
    if (me) people.push(me);
    list(this.view.part("people"), people.map((p) => person(state, me, p, atTable)), (p) => String(p.who.number), personCard);
    const voice = atTable && state.plan.voiceUrl ? voiceAddress(state.plan.voiceUrl, table) : null;
    const link = this.view.part<HTMLAnchorElement>("voice");
    link.hidden = !voice;
    if (voice && link.href !== voice) link.href = voice;
    this.view.part("question").hidden = !atTable;
    if (atTable) write(this.view.part("question-text"), icebreaker(state, table));
    this.view.part("share").hidden = !atTable || others.length === 0;
    this.view.part("share-room").hidden = atTable || others.length === 0;
    if (atTable) this.view.part("find-part").hidden = this.view.part("all").hidden = true;
  }

  /** Those who are looked for; without a search the first ones, until all are asked for. */
  private some(others: Participant[]): Participant[] {
    const many = others.length > few;
    const wanted = many ? this.view.part<HTMLInputElement>("find").value.trim().toLowerCase() : "";
    const found = wanted ? others.filter((p) => [p.name, p.headline, p.company, ...p.interests].some((text) => text.toLowerCase().includes(wanted))) : others;
    this.view.part("find-part").hidden = !many;
    write(this.view.part("found"), wanted ? say("Found", found.length) : "");
    const all = this.view.part("all");
    all.hidden = !many || found.length <= few;
    write(all, this.all ? say("ShowFew") : say("ShowAll", found.length));
    return this.all ? [...found] : found.slice(0, few);
  }

  private again(): void {
    if (this.state) this.show(this.state);
  }
}

/** The table's own call: a hyphen and the number behind the path. Only web addresses are followed. */
function voiceAddress(address: string, table: number): string | null {
  try {
    const url = new URL(address);
    url.pathname = `${url.pathname.replace(/\/$/, "")}-${table}`;
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
  } catch {
    return null;
  }
}
