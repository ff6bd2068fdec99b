import type { State } from "./room-state";
import type { RoomEvent, RoomHouse } from "./room-wire";

/** The state after an event of organizers' doing; undefined for an event of another kind. */
export function govern(state: State, event: RoomEvent): State | undefined {
  switch (event.type) {
    case "clockPaused":
      return { ...state, step: event.step, deadline: null, left: event.left, next: null };
    case "clockResumed":
      return { ...state, step: event.step, deadline: event.deadline, left: null };
    case "countdownChanged":
      return { ...state, step: event.step, next: event.next, deadline: event.deadline, left: event.left };
    case "planChanged":
      return { ...state, plan: event.plan };
    case "houseChanged":
      return { ...state, house: whole(event.house) };
    case "mutedChanged":
      return { ...state, muted: event.muted };
    case "takenOut":
      return { ...state, participants: state.participants.map((p) => (p.number === state.me ? { ...p, presence: "left" } : p)), takenOut: true };
    case "leadFree":
      return { ...state, leadFreeAt: event.at };
    case "lineChanged":
      return { ...state, waiting: event.waiting };
    default:
      return undefined;
  }
}

/** A host that still runs the version before knows of nobody without a seat. */
export function whole(house: RoomHouse): RoomHouse {
  return { ...house, unseated: house.unseated ?? [] };
}

/** A clock that runs, or has nothing to count, does not stand still. */
export function settled(state: State): State {
  const idle = state.phase === "lobby" || state.phase === "break" || state.phase === "closed";
  return state.left !== null && (state.deadline !== null || idle) ? { ...state, left: null } : state;
}
