import { Hands } from "./room-hands";
import type { Doing } from "./room-part";
import { Questions } from "./room-questions";
import { Reactions } from "./room-reactions";
import type { State } from "./room-state";
import type { View } from "./room-view";
import { Whispers } from "./room-whispers";

/** What participants do with each other in the room. */
export class Floor {
  private readonly reactions: Reactions;
  private readonly whispers: Whispers;
  private readonly hands: Hands;
  private readonly questions: Questions;

  constructor(view: View, private readonly doing: Doing) {
    this.reactions = new Reactions(view, doing);
    this.whispers = new Whispers(view, doing);
    this.hands = new Hands(view, doing);
    this.questions = new Questions(view, doing);
  }

  show(state: State): void {
    this.reactions.show(state);
    this.whispers.show(state);
    this.hands.show(state);
    this.questions.show(state);
  }

  /** Says what one may not have seen. */
  tell(before: State, now: State): void {
    this.whispers.tell(before, now);
    this.hands.tell(before, now);
  }

  clicked(what: string, button: HTMLElement): void {
    const question = Number(button.dataset["question"]);
    switch (what) {
      case "wish": return void this.doing.ask("Wish", Number(button.dataset["to"]), button.ariaPressed !== "true");
      case "seen": return this.whispers.seen();
      case "floor": return void this.doing.ask("OpenFloor", this.doing.state()?.step);
      case "hand": return this.hands.press();
      case "vote": return void this.doing.ask("Vote", question, button.ariaPressed !== "true");
      case "settle-0": return void this.doing.ask("Settle", question, 0);
      case "settle-1": return void this.doing.ask("Settle", question, 1);
      case "settle-2": return void this.doing.ask("Settle", question, 2);
    }
  }
}
