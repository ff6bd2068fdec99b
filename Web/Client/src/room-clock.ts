import type { State } from "./room-state";

/** So long a change that was asked for is seen coming; as CountingDown of the grains has it. */
const countdown = 10_000;

/** Counts down by the server's clock, whatever the device believes the time is. */
export class Clock {
  private ahead = 0;

  /** Takes over the server's time of a snapshot that has just come in. */
  set(now: string): void {
    this.ahead = Date.parse(now) - Date.now();
  }

  /** The server's time in milliseconds. */
  get now(): number {
    return Date.now() + this.ahead;
  }

  /** Milliseconds until the moment, never below zero. */
  until(moment: string): number {
    return Math.max(0, Date.parse(moment) - Date.now() - this.ahead);
  }
}

/** Milliseconds of the phase that are left, while the clock runs and while it stands still; null where there is none. */
export function remaining(clock: Clock, state: { deadline: string | null; left: string | null }): number | null {
  if (state.deadline) return clock.until(state.deadline);
  return state.left ? duration(state.left) : null;
}

/** "5:07": the last second shown is 0:01, and 0:00 is over. */
export function clockFace(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** "9:57 AM": as the pages write it, in the reader's language and zone. */
export function timeOfDay(moment: Date): string {
  const { lang } = document.documentElement;
  const timeZone = document.getElementById("room")?.dataset["zone"];
  try {
    return moment.toLocaleTimeString(lang, { timeStyle: "short", timeZone });
  } catch {
    // A zone that this browser has not heard of yet.
    return moment.toLocaleTimeString(lang, { timeStyle: "short" });
  }
}

/** A TimeSpan as .NET writes it ("00:08:00") in milliseconds. */
export function duration(text: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = text.split(":").map(Number);
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

/** What the clock counts down from: a change that was asked for, or else the phase that is on by the plan; in milliseconds. */
export function whole(state: State): number {
  if (state.next !== null) return countdown;
  return duration((state.phase === "introductions" && state.plan.speakerTime) || (state.phase === "openFloor" && state.plan.floorTime) || state.plan.roundLength);
}
