import { write } from "./room-dom";
import type { Doing } from "./room-part";
import type { State } from "./room-state";
import { say } from "./room-texts";
import type { View } from "./room-view";

/** The open floor: my hand, and who speaks. */
export class Hands {
  constructor(private readonly view: View, private readonly doing: Doing) {}

  show(state: State): void {
    const open = state.phase === "openFloor";
    this.view.part("floor-part").hidden = !open;
    this.turn(state);
    write(this.view.part("stage-title"), say(open ? "HasFloor" : "OnStage"));
    if (!open) return;
    const place = state.stage.indexOf(state.me);
    const button = this.view.part<HTMLButtonElement>("hand");
    button.hidden = place === 0;
    button.classList.toggle("secondary", place > 0);
    button.ariaPressed = String(place > 0);
    write(button, say(place > 0 ? "HandDown" : "HandUp"));
    write(this.view.part("floor-note"), state.stage.length === 0 ? say("FloorFree") : "");
  }

  press(): void {
    const state = this.doing.state();
    if (state) void this.doing.ask("RaiseHand", !state.stage.includes(state.me));
  }

  pass(): void {
    const state = this.doing.state();
    if (state) void this.doing.ask("PassTurn", !state.passed);
  }

  /** In the introductions all are in line, and may step out of it. */
  private turn(state: State): void {
    const button = this.view.part<HTMLButtonElement>("turn");
    button.hidden = state.phase !== "introductions" || !(state.passed || state.stage.indexOf(state.me) > 0);
    write(button, say(state.passed ? "TurnTake" : "TurnPass"));
  }

  tell(before: State, now: State): void {
    if (now.passed !== before.passed) this.doing.announce(say(now.passed ? "TurnPassed" : "TurnTaken"));
    if (now.phase !== "openFloor") return;
    if (before.phase !== now.phase) this.doing.announce(say("SaidFloor"));
    else if (now.stage[0] !== before.stage[0] && now.stage[0] !== undefined)
      this.doing.announce(now.stage[0] === now.me ? say("YourFloor") : say("SaidHand", now.participants[now.stage[0]]?.name ?? ""));
  }
}
