// What the hub sends, as RoomSnapshot, RoomEvents and RoomEvent of Grains.Interfaces/Rooms have it.
export type Phase = "lobby" | "introductions" | "round" | "break" | "openFloor" | "closed";
export type Presence = "here" | "away" | "left";

export interface Participant {
  number: number;
  member: string;
  name: string;
  headline: string;
  company: string;
  picture: string | null;
  interests: string[];
  looksFor: string;
  offers: string;
  organizer: boolean;
  presence: Presence;
  /** They take part from a chat with the bot. */
  inChat: boolean;
  /** I am not shown who it is. */
  hidden: boolean;
}

export interface ContactCard {
  email: string;
  phone: string;
  telegram: string;
  links: string[];
}

export interface RoomMessage {
  id: number;
  from: number;
  text: string;
  at: string;
}

export interface RoomWhisper {
  id: number;
  from: number;
  text: string;
  at: string;
  seen: boolean;
}

/** Standing: 0 open, 1 answered, 2 hidden. */
export interface RoomQuestion {
  id: number;
  from: number;
  to: number | null;
  text: string;
  votes: number;
  voted: boolean;
  standing: number;
}

export interface TableTalk {
  turn: number;
  note: string;
  noteVersion: number;
}

export interface HelpCall {
  table: number;
  by: number;
  coming: number | null;
}

export interface SharedContact {
  from: number;
  card: ContactCard;
}

/** The fields are flags: e-mail 1, phone 2, Telegram 4, links 8. */
export interface SharedMine {
  to: number;
  fields: number;
}

export interface RoomNotice {
  key: string;
  from: number | null;
  text: string;
  at: string;
}

export interface RoomHouse {
  locked: boolean;
  /** The tables of this round that ask for more time. */
  asking: number[];
  notice: RoomNotice | null;
  /** Those who lead, and want no seat in the rounds to come. */
  unseated: number[];
}

/** One person's attendance, for organizers. */
export interface RollCall {
  number: number;
  name: string;
  presence: Presence;
  since: string;
  joined: string;
  present: string;
  rounds: number;
  leads: boolean;
  appointed: boolean;
  muted: boolean;
  takenOut: boolean;
}

/** What organizers see besides what everybody sees; next: who will sit where as arranged by hand. */
export interface RoomDesk {
  people: RollCall[];
  next: number[][];
}

export interface RoomPlan {
  title: string;
  startsAt: string;
  rounds: number;
  roundLength: string;
  speakerTime: string | null;
  floorTime: string | null;
  icebreakers: string[];
  voiceUrl: string | null;
}

export interface RoomSnapshot {
  room: string;
  epoch: string;
  version: number;
  tableVersion: number;
  myVersion: number;
  now: string;
  step: number;
  plan: RoomPlan;
  phase: Phase;
  round: number;
  deadline: string | null;
  participants: Participant[];
  tables: number[][];
  /** Who is on the stage, then who waits. */
  stage: number[];
  me: number;
  /** What was said at my table. */
  messages: RoomMessage[];
  /** What was said to everybody. */
  roomMessages: RoomMessage[];
  received: SharedContact[];
  given: SharedMine[];
  myCard: ContactCard;
  myFields: number;
  /** Whom I want to meet, by numbers. */
  wishes: number[];
  /** What is left while the clock stands still. */
  left: string | null;
  house: RoomHouse;
  /** I may not write for now. */
  muted: boolean;
  /** From when on anybody may take the lead; null while somebody leads. */
  leadFreeAt: string | null;
  /** What was written to me alone. */
  whispers: RoomWhisper[];
  questions: RoomQuestion[];
  /** What my table shares; null without a table. */
  talk: TableTalk | null;
  /** Tables that ask for help: all of them for organizers, else mine. */
  calls: HelpCall[];
  /** The floor was open, or is. */
  floorHeld: boolean;
  /** The phase that begins at the deadline because an organizer has asked for it; null for what the clock does by itself. */
  next: Phase | null;
  /** I would rather not be on the stage in the introductions. */
  passed: boolean;
  /** How many wait for a place outside. */
  waiting: number;
}

export type RoomEvent =
  | { type: "clockPaused"; step: number; left: string }
  | { type: "clockResumed"; step: number; deadline: string }
  | { type: "countdownChanged"; step: number; next: Phase | null; deadline: string | null; left: string | null }
  | { type: "planChanged"; plan: RoomPlan }
  | { type: "houseChanged"; house: RoomHouse }
  | { type: "mutedChanged"; muted: boolean }
  | { type: "takenOut"; number: number }
  | { type: "leadFree"; at: string | null }
  | { type: "lineChanged"; waiting: number }
  | { type: "participantJoined"; participant: Participant }
  | { type: "presenceChanged"; number: number; presence: Presence }
  | { type: "roundStarted"; step: number; round: number; tables: number[][]; deadline: string }
  | { type: "participantSeated"; number: number; table: number }
  | { type: "stageChanged"; step: number; stage: number[]; deadline: string | null }
  | { type: "turnPassed"; passed: boolean }
  | { type: "introductionsEnded"; step: number }
  | { type: "roundExtended"; step: number; deadline: string }
  | { type: "roundEnded"; step: number }
  | { type: "roomClosed"; step: number }
  | { type: "messageSaid"; message: RoomMessage }
  | { type: "saidToRoom"; message: RoomMessage }
  | { type: "wishChanged"; number: number; wanted: boolean }
  | { type: "whisperReceived"; whisper: RoomWhisper }
  | { type: "whispersRead"; upTo: number }
  | { type: "reacted"; counts: number[] }
  | { type: "questionTurned"; turn: number }
  | { type: "noteWritten"; version: number; from: number; text: string }
  | { type: "helpChanged"; table: number; call: HelpCall | null }
  | { type: "floorOpened"; step: number; deadline: string }
  | { type: "handsChanged"; step: number; stage: number[] }
  | { type: "floorClosed"; step: number }
  | { type: "questionAsked"; question: RoomQuestion }
  | { type: "questionVoted"; question: number; votes: number }
  | { type: "voteChanged"; question: number; important: boolean }
  | { type: "questionSettled"; question: number; standing: number }
  | { type: "contactReceived"; contact: SharedContact }
  | { type: "contactGiven"; given: SharedMine };

export interface RoomEvents {
  room: string;
  epoch: string;
  topic: string;
  version: number;
  events: RoomEvent[];
}
