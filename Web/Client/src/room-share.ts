import { write } from "./room-dom";
import { contactCard, fieldNames } from "./room-people";
import { say } from "./room-texts";
import type { State } from "./room-state";
import { company, mates } from "./room-state";
import type { ContactCard } from "./room-wire";

const remembered = "weave-share-fields";

/** To one person, to everybody at the table, or to everybody in the room. */
export type Receiver = number | "table" | "room";

/** The dialog in which one chooses what to give, and sees what that is before it is sent. */
export class ShareDialog {
  private to: Receiver = "table";
  private state: State | null = null;

  constructor(private readonly dialog: HTMLDialogElement, share: (to: Receiver, fields: number) => void) {
    dialog.addEventListener("close", () => {
      if (dialog.returnValue !== "share") return;
      const fields = this.fields();
      localStorage.setItem(remembered, String(fields));
      share(this.to, fields);
    });
    dialog.addEventListener("change", () => this.preview());
    dialog.addEventListener("submit", (event) => {
      if ((event.submitter as HTMLButtonElement | null)?.value !== "share" || this.fields() !== 0) return;
      event.preventDefault();
      this.part("choose").hidden = false;
      this.boxes().find((box) => !box.disabled)?.focus();
    });
  }

  open(state: State, to: Receiver): void {
    [this.state, this.to] = [state, to];
    const others = to === "table" ? mates(state) : company(state);
    const whom = typeof to === "number" ? (state.participants[to]?.name ?? "")
      : to === "table" ? `${say("ShareAll")}: ${others.map((p) => p.name).join(", ")}` : say("ShareWithRoom", others.length);
    write(this.part("with"), say("ShareWith", whom));
    // What each of the two gets, when it becomes an exchange.
    const got = state.received.find((contact) => contact.from === to)?.card;
    write(this.part("got"), got ? say("TheyGave", whom, fieldNames(fieldsOf(got))) : typeof to === "number" ? say("TheyMayGive") : "");
    const { email, phone, telegram, links } = state.myCard;
    const values: Record<string, string> = { 1: email, 2: phone, 4: telegram && `@${telegram}`, 8: links.join(", ") };
    const filled = Object.keys(values).reduce((sum, flag) => (values[flag] ? sum + Number(flag) : sum), 0);
    const before = Number(localStorage.getItem(remembered) ?? state.myFields);
    // What was chosen last time may be in the card no more.
    const chosen = (before & filled) === 0 ? state.myFields : before;
    for (const box of this.boxes()) {
      const value = values[box.value] ?? "";
      box.disabled = !value;
      box.checked = !!value && (chosen & Number(box.value)) !== 0;
      box.closest("label")!.hidden = !value;
      write(box.parentElement!.querySelector<HTMLElement>("[data-value]")!, value);
    }
    this.part("choose").hidden = true;
    this.part("empty").hidden = filled !== 0;
    this.part("some").hidden = this.part("send").hidden = filled === 0;
    this.preview();
    this.dialog.returnValue = "";
    this.dialog.showModal();
  }

  private fields(): number {
    return this.boxes().reduce((sum, box) => (box.checked && !box.disabled ? sum + Number(box.value) : sum), 0);
  }

  /** My card as they will see it. */
  private preview(): void {
    const { state } = this;
    if (!state) return;
    if (this.fields() !== 0) this.part("choose").hidden = true;
    this.part("preview").replaceChildren(contactCard(state.participants[state.me], only(state.myCard, this.fields()), null));
  }

  private part(name: string): HTMLElement {
    return this.dialog.querySelector<HTMLElement>(`[data-share-${name}]`)!;
  }

  private boxes(): HTMLInputElement[] {
    return [...this.dialog.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
  }
}

function fieldsOf({ email, phone, telegram, links }: ContactCard): number {
  return [email, phone, telegram, links.length > 0].reduce((fields, filled, i) => (filled ? fields + (1 << i) : fields), 0);
}

function only(card: ContactCard, fields: number): ContactCard {
  const part = (flag: number, value: string): string => ((fields & flag) !== 0 ? value : "");
  return { email: part(1, card.email), phone: part(2, card.phone), telegram: part(4, card.telegram), links: (fields & 8) !== 0 ? card.links : [] };
}
