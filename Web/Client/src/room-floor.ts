import type { Doing } from "./room-part";
import { Reactions } from "./room-reactions";
import type { State } from "./room-state";
import type { View } from "./room-view";
import { Whispers } from "./room-whispers";

/** What participants do with each other in the room. */
export class Floor {
  private readonly reactions: Reactions;
  private readonly whispers: Whispers;

  constructor(view: View, private readonly doing: Doing) {
    this.reactions = new Reactions(view, doing);
    this.whispers = new Whispers(view, doing);
  }

  show(state: State): void {
    this.reactions.show(state);
    this.whispers.show(state);
  }

  /** Says what one may not have seen. */
  tell(before: State, now: State): void {
    this.whispers.tell(before, now);
  }

  clicked(what: string, button: HTMLElement): void {
    switch (what) {
      case "wish": return void this.doing.ask("Wish", Number(button.dataset["to"]), button.ariaPressed !== "true");
      case "seen": return this.whispers.seen();
    }
  }
}
