import { write } from "./room-dom";
import { say } from "./room-texts";
import type { State } from "./room-state";
import { mates } from "./room-state";

const remembered = "weave-share-fields";

/** The dialog in which one chooses what to give: to one person, or with null to everybody at the table. */
export class ShareDialog {
  private to: number | null = null;

  constructor(private readonly dialog: HTMLDialogElement, share: (to: number | null, fields: number) => void) {
    dialog.addEventListener("close", () => {
      if (dialog.returnValue !== "share") return;
      const fields = this.boxes().reduce((sum, box) => (box.checked && !box.disabled ? sum + Number(box.value) : sum), 0);
      localStorage.setItem(remembered, String(fields));
      share(this.to, fields);
    });
  }

  open(state: State, to: number | null): void {
    this.to = to;
    const names = to === null ? mates(state).map((p) => p.name).join(", ") : (state.participants[to]?.name ?? "");
    write(this.dialog.querySelector<HTMLElement>("[data-share-with]")!, say("ShareWith", to === null ? `${say("ShareAll")}: ${names}` : names));
    const { email, phone, telegram, links } = state.myCard;
    const values: Record<string, string> = { 1: email, 2: phone, 4: telegram && `@${telegram}`, 8: links.join(", ") };
    const chosen = Number(localStorage.getItem(remembered) ?? state.myFields);
    for (const box of this.boxes()) {
      const value = values[box.value] ?? "";
      box.disabled = !value;
      box.checked = !!value && (chosen & Number(box.value)) !== 0;
      box.closest("label")!.hidden = !value;
      write(box.parentElement!.querySelector<HTMLElement>("[data-value]")!, value);
    }
    this.dialog.querySelector<HTMLElement>("[data-share-empty]")!.hidden = Object.values(values).some(Boolean);
    this.dialog.returnValue = "";
    this.dialog.showModal();
  }

  private boxes(): HTMLInputElement[] {
    return [...this.dialog.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
  }
}
