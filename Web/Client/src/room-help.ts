import { list, make, write } from "./room-dom";
import type { Doing } from "./room-part";
import { myTable, type State } from "./room-state";
import { say } from "./room-texts";
import type { View } from "./room-view";

interface Line {
  table: number;
  by: string;
  coming: string;
  mine: boolean;
}

/** My table's call for help, and for organizers those of all tables. */
export class Help {
  constructor(private readonly view: View, private readonly doing: Doing) {}

  show(state: State): void {
    const organizer = state.participants[state.me]?.organizer ?? false;
    const table = state.phase === "round" ? myTable(state) : 0;
    const mine = state.calls.find((call) => call.table === table);
    this.view.part("help-part").hidden = table === 0 || (organizer && !mine);
    const button = this.view.part("help");
    button.ariaPressed = String(!!mine);
    write(button, say(mine ? "HelpNoMore" : "Help"));
    write(this.view.part("help-note"), !mine ? "" : mine.coming === null ? say("HelpAsked") : say("HelpComing", this.name(state, mine.coming)));

    const calls = organizer ? state.calls : [];
    this.view.part("calls-part").hidden = calls.length === 0;
    const lines = calls.map((call): Line => ({
      table: call.table, by: this.name(state, call.by), coming: call.coming === null ? "" : this.name(state, call.coming), mine: call.coming === state.me,
    }));
    list(this.view.part("calls"), lines, (line) => String(line.table), callLine);
  }

  press(): void {
    const state = this.doing.state();
    if (state) void this.doing.ask("CallHelp", !state.calls.some((call) => call.table === myTable(state)));
  }

  tell(before: State, now: State): void {
    const asks = now.participants[now.me]?.organizer && now.calls.find((call) => !before.calls.some((other) => other.table === call.table));
    if (asks) this.doing.mention(say("CallLine", asks.table, this.name(now, asks.by)));
    const table = myTable(now);
    const [was, is] = [before, now].map((state) => state.calls.find((call) => call.table === table)?.coming ?? null);
    if (is !== null && is !== undefined && was !== is) this.doing.mention(say("HelpComing", this.name(now, is)));
  }

  private name(state: State, number: number): string {
    return state.participants[number]?.name ?? "";
  }
}

function callLine({ table, by, coming, mine }: Line): HTMLElement {
  const text = make("span", "", say("CallLine", table, by));
  const line = make("li", "room-call", "", text);
  if (coming) text.append(" ", make("strong", "", say("HelpComing", coming)));
  if (coming && !mine) return line;
  const button = make("button", "secondary", say(mine ? "ComeNot" : "Come"));
  button.type = "button";
  button.ariaLabel = `${say(mine ? "ComeNot" : "Come")}: ${say("Table", table)}`;
  button.dataset["do"] = mine ? "come-not" : "come";
  button.dataset["table"] = String(table);
  line.append(button);
  return line;
}
