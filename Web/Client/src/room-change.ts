import { whole } from "./room-clock";
import { list, make, write } from "./room-dom";
import { face } from "./room-people";
import type { Doing } from "./room-part";
import { mates, myTable, type State } from "./room-state";
import { say } from "./room-texts";
import type { View } from "./room-view";

const shown = 10_000;

/** What is about to end, said in time, and where I go when it has. */
export class Change {
  /** The last warning that was given, for the deadline it was given for. */
  private warned = { deadline: "", at: Infinity };
  private hide = 0;

  constructor(private readonly view: View, private readonly doing: Doing) {}

  /** `left` in milliseconds while the clock runs, else null. */
  tick(state: State, left: number | null): void {
    const seconds = left === null ? Infinity : counting(state, left);
    const soon = seconds <= 10 && seconds > 0;
    write(this.view.part("countdown"), soon ? say(counted(state), seconds, state.round + 1) : "");
    this.view.part("time").classList.toggle("room-soon", soon);
    // What is counted down to was said when it began, and may be called off.
    if (!state.deadline || seconds <= 0 || state.next !== null) return;
    if (this.warned.deadline !== state.deadline) this.warned = { deadline: state.deadline, at: Infinity };
    for (const [at, text] of [[10, "SaidTen"], [30, "SaidHalf"], [60, "SaidMinute"]] as const) {
      if (seconds > at || this.warned.at <= at || whole(state) <= at * 1000) continue;
      this.warned.at = at;
      // Who comes in or looks up late hears what is true now.
      if (at === 10) this.doing.announce(say(text));
      else this.doing.mention(say(text));
      return;
    }
  }

  /** `left` in milliseconds until the deadline. */
  tell(before: State, now: State, left: number): void {
    if (now.next !== null && now.next !== before.next) this.doing.announce(say(counted(now), seconds(counting(now, left)), now.round + 1));
    if (now.next === null && before.next !== null && now.step === before.step) this.doing.mention(say("CalledOff"));
    const [from, to] = [myTable(before), myTable(now)];
    if (to === 0) return this.done();
    if (now.round !== before.round) this.go(now, to);
    else if (from > 0 && from !== to) this.doing.mention(say("Moved", to));
  }

  /** Goes to the table, wherever on the page one has been. */
  arrive(): void {
    this.done();
    const table = this.view.part("people-title");
    table.tabIndex = -1;
    table.focus();
  }

  private done(): void {
    clearTimeout(this.hide);
    this.view.part("going").hidden = true;
  }

  private go(state: State, table: number): void {
    const people = mates(state);
    const names = new Intl.ListFormat(document.documentElement.lang).format(people.map((p) => p.name));
    write(this.view.part("going-text"), names ? say("Going", table, names) : say("GoingAlone", table));
    list(this.view.part("going-faces"), people, (p) => String(p.number), (p) => make("li", "", "", face(p)));
    this.view.part("going").hidden = false;
    clearTimeout(this.hide);
    this.hide = window.setTimeout(() => this.done(), shown);
  }
}

/** Whole seconds that are left. This page's clock may be a little behind: of a countdown there are never more than it has. */
function counting(state: State, left: number): number {
  return Math.ceil((state.next === null ? left : Math.min(left, whole(state))) / 1000);
}

/** "10 seconds", in words for those who hear it. */
function seconds(count: number): string {
  return new Intl.NumberFormat(document.documentElement.lang, { style: "unit", unit: "second", unitDisplay: "long" }).format(count);
}

function counted(state: State): string {
  switch (state.next) {
    case "introductions": return "CountToStage";
    case "round": return "CountToRound";
    case "openFloor": return "CountToFloor";
    case "closed": return "CountToEnd";
    case "break": if (state.phase === "introductions") return "CountLastStage";
  }
  if (state.phase === "introductions") return state.stage.length > 1 ? "CountStage" : "CountLastStage";
  return state.phase === "openFloor" ? "CountFloor" : "CountRound";
}
