import { follow } from "./room-floor-state";
import { over } from "./room-over";
import { govern, settled, whole } from "./room-powers-state";
import { say } from "./room-texts";
import type { Participant, RoomEvent, RoomEvents, RoomSnapshot } from "./room-wire";

/** The snapshot with everything that has happened since, and whom I have sat with. */
export interface State extends RoomSnapshot {
  met: number[];
  /** An organizer has taken me out. */
  takenOut?: boolean;
  /** The signs the one on the stage has got since I have been watching. */
  signs?: { speaker: number; counts: number[] };
}

/** Whether my picture of the room is still right: a gap asks for a snapshot, another life of the room for joining anew. */
export type Outcome = { state: State } | { missing: "gap" | "epoch" };

const messagesKept = 100;

/** Whether two parts of states say something else; a snapshot brings all of them anew. */
export function differ(one: unknown, other: unknown): boolean {
  return one !== other && JSON.stringify(one) !== JSON.stringify(other);
}

export function begin(snapshot: RoomSnapshot, met: number[]): State {
  // A host that still runs the version before knows of no countdown.
  return withMet({ ...snapshot, next: snapshot.next ?? null, house: whole(snapshot.house), participants: snapshot.participants.map(called), met });
}

/** The number of my table, from 1; zero without a seat. */
export function myTable(state: State): number {
  return state.tables.findIndex((numbers) => numbers.includes(state.me)) + 1;
}

/** Where my words go: a number that names my table in this round, or zero for the whole room. */
export function wordsGo(state: State): number {
  const table = myTable(state);
  return table > 0 ? state.round * 1000 + table : 0;
}

/** The others who are here, and whom I am shown. */
export function company(state: State): Participant[] {
  return state.participants.filter((p) => p.presence !== "left" && p.number !== state.me && !p.hidden);
}

/** Those at my table, without me. */
export function mates(state: State): Participant[] {
  return (state.tables[myTable(state) - 1] ?? []).filter((n) => n !== state.me).flatMap((n) => state.participants[n] ?? []);
}

/** The state after a batch. Changes nothing it is given. */
export function reduce(state: State, batch: RoomEvents): Outcome {
  if (batch.epoch !== state.epoch) return { missing: "epoch" };
  const counter = counterOf(state, batch.topic);
  if (counter === null || batch.version <= state[counter]) return { state };
  if (batch.version > state[counter] + 1) return { missing: "gap" };
  let next: State | null = { ...state, [counter]: batch.version };
  for (const event of batch.events) {
    const { phase }: State = next;
    next = apply(next, event);
    if (next === null) return { missing: "gap" };
    next = settled(next);
    // What was counted down to is here, or something else is.
    if (next.phase !== phase) next = { ...next, next: null };
  }
  return { state: next };
}

/** Which counter a topic goes by; null for one that does not concern me (any more). */
function counterOf(state: State, topic: string): "version" | "tableVersion" | "myVersion" | null {
  const table = myTable(state);
  if (topic === "room") return "version";
  if (topic === `participant:${state.me}`) return "myVersion";
  return table > 0 && topic === `table:${state.round}:${table}` ? "tableVersion" : null;
}

/** The state after one event; null when only a snapshot can tell. */
function apply(state: State, event: RoomEvent): State | null {
  switch (event.type) {
    case "participantJoined":
      return withParticipant(state, event.participant);
    case "presenceChanged": {
      const known = state.participants[event.number];
      if (!known) return null;
      const next = withParticipant(state, { ...known, presence: event.presence });
      // The seat is free; the server says so by the presence alone.
      return next !== null && event.presence === "left" ? { ...next, tables: next.tables.map((numbers) => numbers.filter((n) => n !== event.number)) } : next;
    }
    case "roundStarted":
      return withMet({
        ...state, phase: "round", stage: [], step: event.step, round: event.round, tables: event.tables, deadline: event.deadline, tableVersion: 0, messages: [],
        talk: { turn: 0, note: "", noteVersion: 0 }, calls: [],
      });
    case "participantSeated":
      if (event.number === state.me) return null;
      return withMet({ ...state, tables: state.tables.map((numbers, i) => [...numbers.filter((n) => n !== event.number), ...(i === event.table - 1 ? [event.number] : [])]) });
    case "roundExtended":
      return { ...state, step: event.step, deadline: event.deadline, next: null };
    case "stageChanged":
      return { ...state, phase: "introductions", step: event.step, stage: event.stage, deadline: event.deadline };
    case "introductionsEnded":
    case "roundEnded":
      return { ...over(state), phase: "break", step: event.step, deadline: null };
    case "roomClosed":
      return { ...over(state), phase: "closed", step: event.step, deadline: null };
    case "messageSaid":
      return { ...state, messages: [...state.messages, event.message].slice(-messagesKept) };
    case "saidToRoom":
      return { ...state, roomMessages: [...state.roomMessages, event.message].slice(-messagesKept) };
    case "contactReceived":
      return { ...state, received: [...state.received.filter((c) => c.from !== event.contact.from), event.contact] };
    case "contactGiven":
      return { ...state, given: [...state.given.filter((g) => g.to !== event.given.to), event.given] };
    default:
      return govern(state, event) ?? follow(state, event);
  }
}

function withParticipant(state: State, participant: Participant): State | null {
  if (participant.number > state.participants.length) return null;
  const participants = [...state.participants];
  participants[participant.number] = called(participant);
  return { ...state, participants };
}

/** Who is not shown, or is no longer known, is somebody. */
function called(participant: Participant): Participant {
  return participant.name ? participant : { ...participant, name: say("Somebody") };
}

function withMet(state: State): State {
  const numbers = mates(state).map((p) => p.number).filter((n) => !state.met.includes(n));
  return numbers.length === 0 ? state : { ...state, met: [...state.met, ...numbers] };
}
