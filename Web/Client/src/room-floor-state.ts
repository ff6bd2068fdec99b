import type { State } from "./room-state";
import type { RoomEvent } from "./room-wire";

const whispersKept = 50;

/** The state after an event about what participants do with each other. */
export function follow(state: State, event: RoomEvent): State {
  switch (event.type) {
    case "wishChanged":
      return { ...state, wishes: [...state.wishes.filter((n) => n !== event.number), ...(event.wanted ? [event.number] : [])] };
    case "whisperReceived":
      return { ...state, whispers: [...state.whispers, event.whisper].slice(-whispersKept) };
    case "whispersRead":
      return { ...state, whispers: state.whispers.map((w) => (w.id <= event.upTo ? { ...w, seen: true } : w)) };
    case "reacted": {
      const speaker = state.stage[0];
      if (speaker === undefined) return state;
      const before = state.signs?.speaker === speaker ? state.signs.counts : [];
      return { ...state, signs: { speaker, counts: event.counts.map((n, i) => n + (before[i] ?? 0)) } };
    }
    default:
      // A newer server says something this page does not know yet.
      return state;
  }
}
