import { over } from "./room-over";
import type { State } from "./room-state";
import type { RoomEvent } from "./room-wire";

const whispersKept = 50;

/** The state after an event about what participants do with each other; null when only a snapshot can tell. */
export function follow(state: State, event: RoomEvent): State | null {
  switch (event.type) {
    case "turnPassed":
      return { ...state, passed: event.passed };
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
    case "questionTurned":
      return state.talk && { ...state, talk: { ...state.talk, turn: event.turn } };
    case "noteWritten":
      return state.talk && { ...state, talk: { ...state.talk, note: event.text, noteVersion: event.version } };
    case "helpChanged":
      return { ...state, calls: [...state.calls.filter((call) => call.table !== event.table), ...(event.call ? [event.call] : [])] };
    case "floorOpened":
      return { ...over(state), phase: "openFloor", step: event.step, deadline: event.deadline, floorHeld: true };
    case "handsChanged":
      return { ...state, step: event.step, stage: event.stage };
    case "floorClosed":
      return { ...state, phase: "break", step: event.step, deadline: null, stage: [] };
    case "questionAsked":
      return { ...state, questions: [...state.questions, event.question] };
    case "questionVoted":
      return withQuestion(state, event.question, { votes: event.votes });
    case "voteChanged":
      return withQuestion(state, event.question, { voted: event.important });
    case "questionSettled":
      // Who came while it was hidden does not know it.
      return state.questions.some((q) => q.id === event.question) || event.standing === 2 ? withQuestion(state, event.question, { standing: event.standing }) : null;
    default:
      // A newer server says something this page does not know yet.
      return state;
  }
}

function withQuestion(state: State, id: number, change: Partial<State["questions"][number]>): State {
  return { ...state, questions: state.questions.map((q) => (q.id === id ? { ...q, ...change } : q)) };
}
