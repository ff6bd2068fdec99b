import { write } from "./room-dom";
import { merge } from "./room-merge";
import { myTable } from "./room-state";
import type { Doing } from "./room-part";
import type { State } from "./room-state";
import { say } from "./room-texts";
import type { View } from "./room-view";

const pause = 700;

/** The note of my table. What is typed is sent a moment later, and what others typed meanwhile is kept beside it. */
export class Note {
  private readonly field: HTMLTextAreaElement;
  /** What the table had when I began to type. */
  private base = "";
  private version = 0;
  private round = 0;
  private timer = 0;
  private sending = false;
  private flushed = false;

  constructor(private readonly view: View, private readonly doing: Doing) {
    this.field = view.part<HTMLTextAreaElement>("note");
    this.field.addEventListener("input", () => {
      this.say("");
      this.soon();
    });
    this.field.addEventListener("change", () => void this.send());
  }

  show(state: State): void {
    const table = state.phase === "round" ? myTable(state) : 0;
    this.view.part("note-part").hidden = table === 0;
    if (table === 0 || !state.talk) {
      // The round is over: what is typed is sent at once, as long as the table can still write.
      if (!this.flushed) void this.send();
      this.flushed = true;
      return;
    }
    if (state.round !== this.round) this.take(state.round, state.talk.note, state.talk.noteVersion, state.talk.note);
    else if (state.talk.noteVersion > this.version && !this.sending) {
      this.take(state.round, state.talk.note, state.talk.noteVersion, merge(this.base, this.field.value, state.talk.note));
      if (this.typed) this.soon();
    }
  }

  private get typed(): boolean {
    return this.field.value.trim() !== this.base;
  }

  private take(round: number, base: string, version: number, shown: string): void {
    [this.round, this.base, this.version, this.flushed] = [round, base, version, false];
    if (this.field.value === shown) return;
    const [start, end] = [this.field.selectionStart, this.field.selectionEnd];
    this.field.value = shown;
    if (document.activeElement === this.field) this.field.setSelectionRange(start, end);
  }

  private soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.send(), pause);
  }

  private async send(): Promise<void> {
    clearTimeout(this.timer);
    if (this.sending || !this.typed) return;
    this.sending = true;
    const [round, text] = [this.round, this.field.value.trim()];
    const taken = await this.doing.ask("WriteNote", round, this.version, text);
    this.sending = false;
    if (taken && round === this.round) {
      [this.base, this.version] = [text, this.version + 1];
      this.say("NoteSaved");
      if (this.typed) return this.send();
    }
    // Somebody was faster, or has written since: theirs comes in by the state.
    const state = this.doing.state();
    if (state) this.show(state);
  }

  private say(name: string): void {
    write(this.view.part("note-saved"), name && say(name));
  }
}
