import { list, make } from "./room-dom";
import { say } from "./room-texts";

export interface Seat {
  number: number;
  name: string;
}

/** A plan of tables to change by hand: choose a person, then a table or, where `swap` is given, somebody to change places with. */
export class Tables {
  private chosen: number | null = null;
  private tables: Seat[][] = [];

  constructor(private readonly parent: HTMLElement, private readonly move: (number: number, table: number) => void, private readonly swap?: (number: number, instead: number) => void) {
    parent.addEventListener("click", (event) => {
      const button = (event.target as HTMLElement).closest<HTMLElement>("button");
      if (!button) return;
      if (button.dataset["table"]) this.send(Number(button.dataset["table"]));
      else this.choose(Number(button.dataset["seat"]));
    });
  }

  show(tables: Seat[][]): void {
    const focused = this.parent.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset["seat"] : undefined;
    this.tables = tables;
    if (!tables.some((table) => table.some((seat) => seat.number === this.chosen))) this.chosen = null;
    const chosen = tables.flat().find((seat) => seat.number === this.chosen);
    const items = tables.map((seats, i) => ({ table: i + 1, seats, chosen, here: seats.some((seat) => seat.number === this.chosen) }));
    list(this.parent, items, (item) => String(item.table), ({ table, seats, chosen, here }) => {
      const people = make("ul", "", "", ...seats.map((seat) => {
        const button = make("button", "secondary", seat.name);
        button.type = "button";
        button.ariaPressed = String(seat.number === chosen?.number);
        button.dataset["seat"] = String(seat.number);
        button.dataset["do"] = `seat-${seat.number}`;
        return make("li", "", "", button);
      }));
      const part = make("section", "", "", make("h4", "", say("TableOf", table)), people);
      if (chosen && !here) {
        const to = make("button", "secondary room-here", say("MoveHere", chosen.name));
        to.type = "button";
        to.dataset["table"] = String(table);
        to.dataset["do"] = `table-${table}`;
        part.append(to);
      }
      return part;
    });
    // Whoever has the focus keeps it at another table.
    if (focused && !this.parent.contains(document.activeElement)) this.parent.querySelector<HTMLElement>(`[data-seat="${focused}"]`)?.focus();
  }

  private choose(number: number): void {
    const before = this.chosen;
    const apart = before !== null && this.tables.every((table) => !(table.some((s) => s.number === before) && table.some((s) => s.number === number)));
    this.chosen = before === number || (apart && this.swap) ? null : number;
    if (before !== null && apart && this.swap) this.swap(before, number);
    this.show(this.tables);
  }

  private send(table: number): void {
    if (this.chosen === null) return;
    this.move(this.chosen, table);
    const number = this.chosen;
    this.chosen = null;
    this.show(this.tables);
    this.parent.querySelector<HTMLElement>(`[data-seat="${number}"]`)?.focus();
  }
}
