import { write } from "./room-dom";
import { TextForm, type Doing } from "./room-part";
import { showRoll } from "./room-roll";
import type { State } from "./room-state";
import { Tables, type Seat } from "./room-tables";
import { say } from "./room-texts";
import type { View } from "./room-view";
import type { RollCall, RoomDesk } from "./room-wire";

const pause = 400;
/** With more people there is a search. */
const few = 12;

/** What organizers do seldom, in a dialog. What it shows is asked for while it is open, since it concerns nobody else. */
export class Desk {
  private readonly dialog: HTMLDialogElement;
  private readonly now: Tables;
  private readonly next: Tables;
  private people: RollCall[] = [];
  private waiting = 0;

  constructor(private readonly view: View, private readonly doing: Doing) {
    this.dialog = view.part<HTMLDialogElement>("desk");
    this.now = new Tables(view.part("tables-now"), {
      move: (number, table) => void this.ask("MoveTo", this.step, number, table),
      swap: (number, instead, table) => void this.ask("Swap", this.step, number, instead, table),
    });
    this.next = new Tables(view.part("tables-next"), {
      move: (number, table) => void this.ask("Rearrange", this.step, number, table, null),
      swap: (number, instead) => void this.ask("Rearrange", this.step, number, 0, instead),
    });
    view.part("desk-find").addEventListener("input", () => this.find());
    new TextForm(view.part<HTMLFormElement>("broadcast"), async (key, text) => {
      const taken = await this.ask("Broadcast", key, text);
      if (taken) this.said(say("BroadcastSaid"));
      return taken;
    });
  }

  open(): void {
    this.said("");
    this.dialog.showModal();
    void this.look();
  }

  close(): void {
    this.dialog.close();
  }

  show(state: State): void {
    if (!this.dialog.open) return;
    if (!state.participants[state.me]?.organizer) return this.close();
    this.tables(state);
    // Several changes in one moment are looked at together.
    clearTimeout(this.waiting);
    this.waiting = window.setTimeout(() => void this.look(), pause);
  }

  clicked(what: string, button: HTMLElement): boolean {
    const number = Number(button.dataset["number"]);
    switch (what) {
      case "lock": return this.press("Lock", button.ariaPressed !== "true");
      case "only-lead": return this.press("TakeSeats", button.ariaPressed === "true");
      case "unlock": return this.press("Lock", false);
      case "arrange": return this.press("Arrange", this.step);
      case "arrange-forget": return this.press("ForgetArrangement", this.step);
      case "take-out": return this.press("TakeOut", number);
      case "let-in": return this.press("LetIn", number);
      case "mute": return this.press("Mute", number, true);
      case "unmute": return this.press("Mute", number, false);
      case "appoint": return this.press("Appoint", number, true);
      case "dismiss": return this.press("Appoint", number, false);
    }
    return false;
  }

  private press(method: string, ...args: unknown[]): boolean {
    void this.ask(method, ...args);
    return true;
  }

  private get step(): number {
    return this.doing.state()?.step ?? 0;
  }

  private async ask(method: string, ...args: unknown[]): Promise<boolean> {
    const taken = await this.doing.ask(method, ...args);
    await this.look();
    return taken;
  }

  private async look(): Promise<void> {
    const state = this.doing.state();
    if (!state || !this.dialog.open) return;
    this.tables(state);
    const desk = await this.doing.fetch<RoomDesk>("Desk");
    if (!desk) return;
    this.people = desk.people;
    this.roll(state);
    this.next.show(desk.next.map((table) => seats(state, table)));
    const arranged = desk.next.length > 0;
    write(this.view.part("tables-hint"), say(arranged ? "ArrangeHint" : "ArrangeNone"));
    this.view.part("arrange").hidden = arranged;
    this.view.part("arrange-forget").hidden = !arranged;
  }

  private tables(state: State): void {
    this.view.part("lock").ariaPressed = String(state.house.locked);
    this.view.part("lock-hint").hidden = !state.house.locked;
    const unseated = state.house.unseated.includes(state.me);
    this.view.part("only-lead").ariaPressed = String(unseated);
    this.view.part("only-lead-hint").hidden = !unseated;
    this.view.part("tables-now-part").hidden = state.phase !== "round";
    this.now.show(state.tables.map((table) => seats(state, table)));
  }

  /** One search for all: the tables somebody sits at, and their line of the roll-call. */
  private find(): void {
    const state = this.doing.state();
    if (!state) return;
    for (const tables of [this.now, this.next]) tables.find(this.wanted);
    this.roll(state);
  }

  private roll(state: State): void {
    this.view.part("desk-find-part").hidden = this.people.length <= few;
    showRoll(this.view, this.people, state.me, this.wanted);
  }

  private get wanted(): string {
    return this.view.part<HTMLInputElement>("desk-find").value.trim().toLowerCase();
  }

  private said(text: string): void {
    write(this.view.part("desk-said"), text);
  }
}

function seats(state: State, table: number[]): Seat[] {
  return table.flatMap((number) => {
    const person = state.participants[number];
    return person ? [{ number, name: person.name }] : [];
  });
}
