import { write } from "./room-dom";
import type { Doing } from "./room-part";
import type { State } from "./room-state";
import { say } from "./room-texts";
import type { View } from "./room-view";

const pause = 300;

/** Signs for the one on the stage. A tap counts at once on the screen of who gave it only when the server has told everybody. */
export class Reactions {
  private last = 0;

  constructor(private readonly view: View, private readonly doing: Doing) {
    view.part("reactions").addEventListener("click", (event) => {
      const button = (event.target as HTMLElement).closest<HTMLElement>("[data-reaction]");
      if (button) this.give(Number(button.dataset["reaction"]));
    });
  }

  show(state: State): void {
    const counts = state.signs && state.signs.speaker === state.stage[0] ? state.signs.counts : [];
    for (const button of this.view.part("reactions").querySelectorAll<HTMLElement>("[data-reaction]")) {
      const count = counts[Number(button.dataset["reaction"])] ?? 0;
      const shown = button.querySelector<HTMLElement>("[data-count]")!;
      if (shown.textContent === String(count || "")) continue;
      write(shown, String(count || ""));
      if (count) pop(button);
    }
    const mine = state.stage[0] === state.me;
    this.view.part("reactions").hidden = mine || state.stage.length === 0;
    write(this.view.part("applause"), mine && counts.some(Boolean) ? say("Applause", counts.reduce((sum, n) => sum + n, 0)) : "");
  }

  /** Faster than this is the finger's doing. */
  private give(reaction: number): void {
    const now = Date.now();
    if (now - this.last < pause) return;
    this.last = now;
    this.doing.send("React", reaction);
  }
}

/** A small jump, for those who do not mind motion. */
function pop(element: HTMLElement): void {
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  element.animate([{ transform: "none" }, { transform: "translateY(-4px) scale(1.12)" }, { transform: "none" }], { duration: 250 });
}
