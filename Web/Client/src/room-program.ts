import { duration, timeOfDay } from "./room-clock";
import { list, make } from "./room-dom";
import type { State } from "./room-state";
import { say } from "./room-texts";

/** Between two phases people stand up and look for their table. */
const between = 60_000;
const roundsShown = 5;

interface Step {
  at: string;
  text: string;
  /** When it begins, as far as one can say; null for what is on already. */
  begins: number | null;
}

/** What is on and what is to come, in order; a further phase is a further entry. `now` is the server's clock, `left` what is left of the phase that is on. */
export function program(state: State, now: number, left: number): Step[] {
  const { plan, phase, round } = state;
  const people = state.participants.filter((p) => p.presence !== "left").length;
  const steps: Step[] = [];
  let time = now + left;
  const add = (at: string, text: string, length: number, on: boolean): void => {
    steps.push({ at, text, begins: on ? null : time });
    if (!on) time += length + between;
  };
  if (phase === "lobby") {
    add("lobby", say("Lobby"), 0, true);
    time = Math.max(now, Date.parse(plan.startsAt));
  }
  const speakers = plan.speakerTime ? duration(plan.speakerTime) : 0;
  if (phase === "introductions") {
    add("introductions", say("Introductions"), 0, true);
    time += speakers * Math.max(0, state.stage.length - 1) + between;
  } else if (phase === "lobby" && speakers > 0) add("introductions", say("Introductions"), speakers * people, false);
  if (phase === "break") add("break", say("Break"), 0, true);
  if (phase === "openFloor") {
    // Also before the last round, when the organizer wants it so.
    add("openFloor", say("OpenFloor"), 0, true);
    time += between;
  }
  if (phase === "round") {
    add(`round-${round}`, say("PlanRound", round), 0, true);
    time += between;
  }
  for (let next = round + 1; next <= plan.rounds; next++) {
    const hidden = next - round > roundsShown && next < plan.rounds;
    if (hidden) time += duration(plan.roundLength) + between;
    else add(`round-${next}`, say(next - round > roundsShown ? "PlanMore" : "PlanRound", next), duration(plan.roundLength), false);
  }
  if (phase !== "openFloor" && plan.floorTime && !state.floorHeld) add("openFloor", say("OpenFloor"), duration(plan.floorTime), false);
  add("closed", say("PlanEnd"), 0, false);
  return steps;
}

/** Shows the plan: what is on in ink, and the clock times of what comes in the viewer's zone. */
export function showProgram(parent: HTMLElement, state: State, now: number, left: number): void {
  // Whole minutes: nothing changes from second to second.
  const steps = program(state, now, left).map((step) => ({ ...step, begins: step.begins === null ? null : Math.round(step.begins / 60_000) }));
  list(parent, steps, (step) => step.at, ({ text, begins }) => {
    const item = make("li", "", text);
    if (begins === null) item.ariaCurrent = "step";
    else {
      const moment = new Date(begins * 60_000);
      const time = make("time", "", say("PlanAbout", timeOfDay(moment)));
      time.dateTime = moment.toISOString();
      item.append(" ", time);
    }
    return item;
  });
}
