import type { State } from "./room-state";

/** What a part of the live room can do besides showing the state. */
export interface Doing {
  /** Asks the hub; false when it refused, which is then shown. */
  ask(method: string, ...args: unknown[]): Promise<boolean>;
  /** Asks the hub for something; null when it refused, which is then shown. */
  fetch<T>(method: string, ...args: unknown[]): Promise<T | null>;
  /** Tells the hub something of the moment, which nobody misses when it does not arrive. */
  send(method: string, ...args: unknown[]): void;
  /** Takes a new snapshot: I may see more, or less, than before. */
  look(): void;
  /** Says something in passing. */
  mention(text: string): void;
  /** Says something to those who listen to the page. */
  announce(text: string): void;
  /** The state at this moment; null before the first. */
  state(): State | null;
}

/** The client's own id of a command, by which the hub takes it once. */
export function newKey(): string {
  return crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;
}

/** A form with one text to be sent: it stays until it has been taken, and is sent again under the same key until then. */
export class TextForm {
  private key = newKey();

  constructor(readonly form: HTMLFormElement, send: (key: string, text: string) => Promise<boolean>, sent?: () => void) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const text = this.field.value.trim();
      if (!text || this.field.readOnly) return;
      this.field.readOnly = true;
      void send(this.key, text).then((taken) => {
        this.field.readOnly = false;
        if (!taken) return;
        this.key = newKey();
        this.field.value = "";
        sent?.();
      });
    });
    this.field.addEventListener("input", () => (this.key = newKey()));
  }

  get field(): HTMLInputElement {
    return this.form.querySelector<HTMLInputElement>("[name=text]")!;
  }
}
