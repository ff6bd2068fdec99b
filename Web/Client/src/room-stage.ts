import { list, write } from "./room-dom";
import { person, personCard } from "./room-people";
import type { State } from "./room-state";
import { say } from "./room-texts";
import type { View } from "./room-view";
import type { Participant } from "./room-wire";

const namesShown = 3;

/** Who is on the stage, large, and who comes after. */
export function showStage(view: View, state: State, me: Participant | undefined): void {
  const [speaker, ...waiting] = state.stage.flatMap((n) => state.participants[n] ?? []);
  view.part("stage-title").hidden = !speaker;
  const mine = speaker?.number === state.me;
  list(view.part("stage"), speaker ? [person(state, me, speaker, true)] : [], (p) => String(p.who.number), personCard);
  const place = waiting.findIndex((p) => p.number === state.me) + 1;
  write(view.part("stage-note"), mine ? say(state.phase === "openFloor" ? "YourFloor" : "YourTurn") : place > 0 ? say("YourPlace", place) : state.passed && state.phase === "introductions" ? say("TurnPassed") : "");
  const names = waiting.slice(0, namesShown).map((p) => p.name).join(", ") + (waiting.length > namesShown ? ", …" : "");
  write(view.part("stage-line"), names && say("InLine", names));
  view.part("stage-done").hidden = !mine;
}
