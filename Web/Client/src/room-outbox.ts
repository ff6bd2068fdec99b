import { Refusal, type Connection } from "./room-connection";
import { newKey } from "./room-part";

export interface Unsent {
  key: string;
  /** See wordsGo. */
  place: number;
  text: string;
}

/** Messages on their way to the table or the room. Kept over a lost connection and a reload; sent again under the same key, which the server takes once. */
export class Outbox {
  private items: Unsent[];
  private sending = false;

  /** `here` says where words go at this moment; see wordsGo. */
  constructor(
    private readonly room: string,
    private readonly connection: Connection,
    private readonly here: () => number,
    private readonly changed: (refusal?: Refusal, back?: Unsent) => void,
  ) {
    this.items = JSON.parse(sessionStorage.getItem(this.place) ?? "[]") as Unsent[];
  }

  get unsent(): readonly Unsent[] {
    return this.items;
  }

  add(text: string, place: number): void {
    this.keep([...this.items, { key: newKey(), place, text }]);
    this.changed();
    void this.flush();
  }

  /** Sends what waits, in order. What was meant for another place than where they are now is given back to its author instead. */
  async flush(): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    try {
      for (let next = this.items[0]; next && this.connection.isUp; next = this.items[0]) {
        const goes = next.place === this.here();
        const refusal = goes ? await this.send(next) : undefined;
        const back = !goes || refusal ? next : undefined;
        this.keep(this.items.slice(1));
        this.changed(refusal, back);
      }
    } catch {
      // The connection went; the next one flushes.
    } finally {
      this.sending = false;
    }
  }

  private async send(message: Unsent): Promise<Refusal | undefined> {
    try {
      await this.connection.invoke(message.place > 0 ? "Say" : "SayToRoom", message.key, message.text);
      return undefined;
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  }

  private get place(): string {
    return `weave-unsent-${this.room}`;
  }

  private keep(items: Unsent[]): void {
    this.items = items;
    sessionStorage.setItem(this.place, JSON.stringify(items));
  }
}
