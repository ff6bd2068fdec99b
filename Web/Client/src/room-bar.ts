import { write } from "./room-dom";
import type { Doing } from "./room-part";
import type { State } from "./room-state";
import { say } from "./room-texts";
import type { View } from "./room-view";
import type { Phase } from "./room-wire";

/** After the buttons have changed, for so long: a finger on its way down meant another one. */
const settling = 1000;

/** The phase each button lets begin, in ten seconds. */
const begins: Record<string, Phase> = { introduce: "introductions", start: "round", floor: "openFloor", end: "break" };

/** What lets a phase begin at once. */
const atOnce: Partial<Record<Phase, string>> = { introductions: "Introduce", round: "StartRound", openFloor: "OpenFloor", break: "EndRound", closed: "Close" };

/** Does what moves the room on; false when the button is for something else. */
export function pressed(what: string, doing: Doing): boolean {
  const state = doing.state();
  const next = begins[what];
  const now = what === "now" && state?.next ? atOnce[state.next] : undefined;
  if (next) void doing.ask("CountDown", state?.step, next);
  else if (now) void doing.ask(now, state?.step);
  else if (what === "not-yet") void doing.ask("CallOff", state?.next);
  else return false;
  return true;
}

/** The bar of those who lead: what can be done now, the next step first. */
export function showBar(view: View, state: State, gone: boolean): void {
  const bar = view.part("organize");
  const inRound = state.phase === "round";
  const open = state.phase === "openFloor";
  const onStage = state.phase === "introductions" || open;
  const timed = inRound || onStage;
  const paused = state.left !== null;
  const overdue = state.round >= state.plan.rounds;
  const floor = state.phase === "break" && state.plan.floorTime !== null;
  const introduce = state.phase === "lobby" && state.plan.speakerTime !== null;
  const shown: Record<string, boolean> = state.next !== null ? { now: true, "not-yet": true, desk: true } : {
    introduce, next: onStage && state.stage.length > 0, floor, start: !timed, extend: timed, pause: timed && !paused, resume: paused, end: timed,
    copy: state.phase === "lobby", close: state.phase === "break" && overdue, desk: true,
  };
  const had = document.activeElement;
  const seen = !bar.hidden;
  bar.hidden = gone || !state.participants[state.me]?.organizer;
  const buttons = [...bar.querySelectorAll<HTMLButtonElement>("button")];
  const changed = buttons.some((button) => button.hidden === (shown[button.dataset["do"]!] ?? false));
  for (const button of buttons) button.hidden = !shown[button.dataset["do"]!];
  if (changed && seen) settle(bar, buttons);
  // Who pressed a button that is gone now goes on at the first of those that came.
  if (had instanceof HTMLButtonElement && had.hidden && bar.contains(had)) bar.querySelector<HTMLButtonElement>("button:not([hidden])")?.focus({ preventScroll: true });
  const start = bar.querySelector<HTMLElement>("[data-do=start]")!;
  start.classList.toggle("secondary", introduce || (floor && overdue));
  bar.querySelector("[data-do=floor]")!.classList.toggle("secondary", !overdue);
  bar.querySelector("[data-do=next]")!.classList.toggle("secondary", paused);
  write(bar.querySelector<HTMLElement>("[data-do=end]")!, say(open ? "FloorEnd" : onStage ? "EndIntroductions" : "End"));
  write(bar.querySelector<HTMLElement>("[data-do=now]")!, `${say(state.next === "break" || state.next === "closed" ? "EndNow" : "StartNow")} ▸`);
  write(start, `${say("Start", state.round + 1)} ▸`);
  view.part("locked").hidden = bar.hidden || !state.house.locked;
  const asking = view.part("asking");
  asking.hidden = bar.hidden || state.house.asking.length === 0;
  write(view.part("asking-text"), asking.hidden ? "" : say("Asking", state.house.asking.join(", ")));
}

/** The buttons of the bar have come to other places: none of them does anything for a moment. */
function settle(bar: HTMLElement, buttons: HTMLButtonElement[]): void {
  const moment = String(Date.now());
  bar.dataset["settling"] = moment;
  for (const button of buttons) button.ariaDisabled = "true";
  setTimeout(() => {
    // They have changed again since.
    if (bar.dataset["settling"] !== moment) return;
    delete bar.dataset["settling"];
    for (const button of buttons) button.ariaDisabled = null;
  }, settling);
}
