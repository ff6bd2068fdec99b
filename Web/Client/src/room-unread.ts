import { write } from "./room-dom";
import { myTable, type State } from "./room-state";
import { say } from "./room-texts";
import type { View } from "./room-view";

/** What the table has said while its chat was out of sight, as on a narrow screen: a button says how much, and leads there. */
export class Unread {
  private inSight = false;
  private table = "";
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
    const table = `${state.round}:${myTable(state)}`;
    if (table !== this.table) [this.table, this.seen] = [table, 0];
    const newest = state.messages.at(-1)?.id ?? 0;
    if (this.inSight) this.seen = Math.max(this.seen, newest);
    const count = state.messages.filter((message) => message.id > this.seen && message.from !== state.me).length;
    const button = this.view.part("unread");
    button.hidden = count === 0 || this.view.part("chat").hidden;
    write(button, button.hidden ? "" : say("Unread", count));
  }

  go(): void {
    this.view.part("messages").focus();
  }
}
