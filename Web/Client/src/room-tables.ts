import { list, make } from "./room-dom";
import { onDrag } from "./room-drag";
import { say } from "./room-texts";

export interface Seat {
  number: number;
  name: string;
}

/** What can be done with a plan of tables, by hand. */
export interface Moves {
  move(number: number, table: number): void;
  /** The second sits at `table`. */
  swap(number: number, instead: number, table: number): void;
}

/** A plan of tables to change: choose a person, then a table or somebody to change places with; or drag them there. */
export class Tables {
  private chosen: number | null = null;
  private tables: Seat[][] = [];
  private wanted = "";

  constructor(private readonly parent: HTMLElement, private readonly moves: Moves) {
    parent.addEventListener("click", (event) => {
      const button = (event.target as HTMLElement).closest<HTMLElement>("button");
      if (!button) return;
      if (button.dataset["table"]) this.send(Number(button.dataset["table"]));
      else this.choose(Number(button.dataset["seat"]));
    });
    onDrag(parent, (number, table, onto) => {
      if (this.tableOf(number) === table) return;
      this.chosen = null;
      if (onto === null) moves.move(number, table);
      else moves.swap(number, onto, table);
    });
  }

  show(tables: Seat[][]): void {
    const focused = this.parent.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset["seat"] : undefined;
    this.tables = tables;
    if (this.chosen !== null && this.tableOf(this.chosen) === 0) this.chosen = null;
    const chosen = tables.flat().find((seat) => seat.number === this.chosen);
    const items = tables.map((seats, i) => ({ table: i + 1, seats, chosen, here: seats.some((seat) => seat.number === this.chosen) })).filter((item) => this.isWanted(item));
    list(this.parent, items, (item) => String(item.table), ({ table, seats, chosen, here }) => {
      const people = make("ul", "", "", ...seats.map((seat) => {
        const button = make("button", "secondary", seat.name);
        button.type = "button";
        button.draggable = true;
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
    if (focused && !this.parent.contains(document.activeElement)) this.focus(focused);
  }

  /** Shows only tables with such a person, or such a number. */
  find(text: string): void {
    this.wanted = text.trim().toLowerCase();
    this.show(this.tables);
  }

  private isWanted({ table, seats }: { table: number; seats: Seat[] }): boolean {
    return !this.wanted || String(table) === this.wanted || seats.some((seat) => seat.name.toLowerCase().includes(this.wanted));
  }

  /** From 1; zero for nobody here. */
  private tableOf(number: number): number {
    return this.tables.findIndex((seats) => seats.some((seat) => seat.number === number)) + 1;
  }

  private choose(number: number): void {
    const before = this.chosen;
    const table = this.tableOf(number);
    const apart = before !== null && this.tableOf(before) !== table;
    this.chosen = before === number || apart ? null : number;
    if (apart) this.moves.swap(before, number, table);
    this.show(this.tables);
  }

  private send(table: number): void {
    if (this.chosen === null) return;
    this.moves.move(this.chosen, table);
    const number = this.chosen;
    this.chosen = null;
    this.show(this.tables);
    this.focus(String(number));
  }

  private focus(number: string): void {
    this.parent.querySelector<HTMLElement>(`[data-seat="${number}"]`)?.focus();
  }
}
