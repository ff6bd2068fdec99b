import { Hands } from "./room-hands";
import { Help } from "./room-help";
import { Note } from "./room-note";
import type { Doing } from "./room-part";
import { Questions } from "./room-questions";
import { Reactions } from "./room-reactions";
import type { State } from "./room-state";
import { Unread } from "./room-unread";
import type { View } from "./room-view";
import { Whispers } from "./room-whispers";

/** What participants do with each other in the room. */
export class Floor {
  private readonly reactions: Reactions;
  private readonly whispers: Whispers;
  private readonly hands: Hands;
  private readonly questions: Questions;
  private readonly note: Note;
  private readonly help: Help;
  private readonly unread: Unread;

  constructor(view: View, private readonly doing: Doing) {
    this.reactions = new Reactions(view, doing);
    this.whispers = new Whispers(view, doing);
    this.hands = new Hands(view, doing);
    this.questions = new Questions(view, doing);
    this.note = new Note(view, doing);
    this.help = new Help(view, doing);
    this.unread = new Unread(view);
  }

  show(state: State): void {
    this.reactions.show(state);
    this.whispers.show(state);
    this.hands.show(state);
    this.questions.show(state);
    this.note.show(state);
    this.help.show(state);
    this.unread.show(state);
  }

  /** Says what one may not have seen. */
  tell(before: State, now: State): void {
    this.whispers.tell(before, now);
    this.hands.tell(before, now);
    this.help.tell(before, now);
  }

  clicked(what: string, button: HTMLElement): void {
    const question = Number(button.dataset["question"]);
    switch (what) {
      case "wish": return void this.doing.ask("Wish", Number(button.dataset["to"]), button.ariaPressed !== "true");
      case "seen": return this.whispers.seen();
      case "turn": return void this.doing.ask("TurnQuestion", this.doing.state()?.talk?.turn ?? 0);
      case "help": return this.help.press();
      case "chat": return this.unread.go();
      case "come": return void this.doing.ask("ComeToTable", Number(button.dataset["table"]), true);
      case "come-not": return void this.doing.ask("ComeToTable", Number(button.dataset["table"]), false);
      case "hand": return this.hands.press();
      case "pass": return this.hands.pass();
      case "vote": return void this.doing.ask("Vote", question, button.ariaPressed !== "true");
      case "settle-0": return void this.doing.ask("Settle", question, 0);
      case "settle-1": return void this.doing.ask("Settle", question, 1);
      case "settle-2": return void this.doing.ask("Settle", question, 2);
    }
  }
}
