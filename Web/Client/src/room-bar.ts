import { write } from "./room-dom";
import type { State } from "./room-state";
import { say } from "./room-texts";
import type { View } from "./room-view";

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
  const shown: Record<string, boolean> = {
    introduce, next: onStage && state.stage.length > 0, floor, start: !timed, extend: timed, pause: timed && !paused, resume: paused, end: timed,
    copy: state.phase === "lobby", close: state.phase === "break" && overdue, desk: true,
  };
  const had = document.activeElement;
  bar.hidden = gone || !state.participants[state.me]?.organizer;
  for (const button of bar.querySelectorAll<HTMLButtonElement>("button")) button.hidden = !shown[button.dataset["do"]!];
  // Who pressed a button that is gone now goes on at the first of those that came.
  if (had instanceof HTMLButtonElement && had.hidden && bar.contains(had)) bar.querySelector<HTMLButtonElement>("button:not([hidden])")?.focus();
  const start = bar.querySelector<HTMLElement>("[data-do=start]")!;
  start.classList.toggle("secondary", introduce || (floor && overdue));
  bar.querySelector("[data-do=floor]")!.classList.toggle("secondary", !overdue);
  bar.querySelector("[data-do=next]")!.classList.toggle("secondary", paused);
  write(bar.querySelector<HTMLElement>("[data-do=end]")!, say(open ? "FloorEnd" : onStage ? "EndIntroductions" : "End"));
  write(start, `${say("Start", state.round + 1)} ▸`);
  const asking = view.part("asking");
  asking.hidden = bar.hidden || state.house.asking.length === 0;
  write(view.part("asking-text"), asking.hidden ? "" : say("Asking", state.house.asking.join(", ")));
}
