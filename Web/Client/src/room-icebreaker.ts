import type { State } from "./room-state";
import { say } from "./room-texts";

const shipped = 20;

/** The question a table begins with: another one at each table and in each round, and the next of them at each turn. */
export function icebreaker(state: State, table: number): string {
  const own = state.plan.icebreakers;
  const count = own.length || shipped;
  const index = (state.round * 5 + table + (state.talk?.turn ?? 0)) % count;
  return own[index] ?? say(`Q${index + 1}`);
}
