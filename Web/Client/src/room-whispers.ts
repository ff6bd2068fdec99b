import { list, make, write } from "./room-dom";
import { face } from "./room-people";
import { TextForm, type Doing } from "./room-part";
import type { State } from "./room-state";
import { say } from "./room-texts";
import type { View } from "./room-view";
import type { Participant } from "./room-wire";

interface Line {
  id: number;
  who: Participant | undefined;
  text: string;
}

/** A word to the one on the stage, and what was written to me. */
export class Whispers {
  private readonly form: TextForm;
  private to: Participant | null = null;

  constructor(private readonly view: View, private readonly doing: Doing) {
    this.form = new TextForm(view.part<HTMLFormElement>("whisper"), async (key, text) => {
      const to = this.to;
      const taken = to !== null && (await doing.ask("Whisper", to.number, key, text));
      if (taken) doing.mention(say("WhisperSent", to.name));
      return taken;
    }, () => this.show(doing.state()!));
  }

  show(state: State): void {
    const speaker = state.participants[state.stage[0] ?? -1];
    // Who has begun to write goes on writing to the same person.
    if (!this.form.field.value || !this.to) this.to = speaker && speaker.number !== state.me && !speaker.hidden ? speaker : null;
    this.form.form.hidden = !this.to;
    // Who is still writing to the last one on the stage may finish.
    this.view.part("stage-part").hidden = state.stage.length === 0 && !this.to;
    if (this.to) write(this.view.part("whisper-label"), say("WhisperTo", this.to.name));

    const unseen = state.whispers.filter((w) => !w.seen);
    this.view.part("unseen-part").hidden = unseen.length === 0;
    this.fill("unseen", state, unseen);
    const seen = state.whispers.filter((w) => w.seen);
    this.view.part("whispers-part").hidden = seen.length === 0;
    this.fill("whispers", state, seen);
  }

  seen(): void {
    const last = this.doing.state()?.whispers.at(-1);
    if (last) void this.doing.ask("WhispersSeen", last.id);
  }

  tell(before: State, now: State): void {
    const newest = now.whispers.at(-1);
    if (newest && newest.id !== before.whispers.at(-1)?.id) this.doing.mention(say("WhisperCame", now.participants[newest.from]?.name ?? ""));
  }

  private fill(part: string, state: State, whispers: State["whispers"]): void {
    const lines = whispers.map((w): Line => ({ id: w.id, who: state.participants[w.from], text: w.text }));
    list(this.view.part(part), lines, (line) => String(line.id), ({ who, text }) =>
      make("li", "", "", make("article", "room-card", "",
        make("div", "person", "", ...(who ? [face(who)] : []), make("div", "", "", make("strong", "", who?.name ?? ""), make("p", "room-said", text))))));
  }
}
