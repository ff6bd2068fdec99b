import { write } from "./room-dom";
import { type State, wordsGo } from "./room-state";
import { say } from "./room-texts";
import type { View } from "./room-view";

/** What the table, or the room, has said while its chat was out of sight, as on a narrow screen: a button says how much, and leads there. */
export class Unread {
  private inSight = false;
  private place = -1;
  private seen = 0;
  private state: State | null = null;

  constructor(private readonly view: View) {
    new IntersectionObserver((entries) => {
      this.inSight = entries.at(-1)?.isIntersecting ?? false;
      if (this.state) this.show(this.state);
    }).observe(view.part("messages"));
  }

  show(state: State): void {
    this.state = state;
    const place = wordsGo(state);
    const messages = place ? state.messages : state.roomMessages;
    // What was there when one came in, or came back from a table, is no news.
    if (place !== this.place) [this.place, this.seen] = [place, place ? 0 : (messages.at(-1)?.id ?? 0)];
    if (this.inSight) this.seen = Math.max(this.seen, messages.at(-1)?.id ?? 0);
    const count = messages.filter((message) => message.id > this.seen && message.from !== state.me).length;
    const button = this.view.part("unread");
    button.hidden = count === 0;
    write(button, count === 0 ? "" : say("Unread", count));
  }

  go(): void {
    this.view.part("messages").focus();
  }
}
