import { Clock, clockFace, remaining, whole } from "./room-clock";
import { Connection, Refusal } from "./room-connection";
import { write } from "./room-dom";
import { Floor } from "./room-floor";
import { Focus } from "./room-focus";
import { Outbox, type Unsent } from "./room-outbox";
import type { Doing } from "./room-part";
import { Powers } from "./room-powers";
import { ShareDialog } from "./room-share";
import { begin, differ, myTable, reduce, type State, wordsGo } from "./room-state";
import { say } from "./room-texts";
import { View } from "./room-view";
import type { RoomEvents, RoomSnapshot } from "./room-wire";

const mentioned = 5_000;

/** The live room: holds the state, lets events change it, and sends what the person does. */
class Room {
  private readonly view: View;
  private readonly focus: Focus;
  private readonly clock = new Clock();
  private readonly connection: Connection;
  private readonly outbox: Outbox;
  private readonly share: ShareDialog;
  private readonly floor: Floor;
  private readonly powers: Powers;
  private state: State | null = null;
  private early: RoomEvents[] = [];
  private wasLost = false;
  /** Where the words in the field were to go when they were begun: a round may end or begin meanwhile. Null while there are none. */
  private writtenFor: number | null = null;
  private met = JSON.parse(document.getElementById("room-met-before")?.textContent ?? "[]") as number[];

  constructor(root: HTMLElement) {
    const id = root.dataset["room"]!;
    this.view = new View(root);
    this.focus = new Focus(root, this.view.part("title"));
    this.connection = new Connection(id, {
      joined: (snapshot) => this.joined(snapshot),
      happened: (batch) => this.happened(batch),
      lost: () => this.lost(),
      refused: (refusal) => this.refused(refusal),
    });
    this.outbox = new Outbox(id, this.connection, () => (this.state ? wordsGo(this.state) : -1), (refusal, back) => this.outboxChanged(refusal, back));
    this.share = new ShareDialog(this.view.part("share-dialog"), (to, fields) =>
      to === "room" ? this.ask("ShareWithRoom", fields) : this.ask("ShareContact", to === "table" ? null : to, fields));
    const doing: Doing = {
      ask: (method, ...args) => this.ask(method, ...args),
      fetch: (method, ...args) => this.fetch(method, ...args),
      send: (method, ...args) => this.connection.send(method, ...args),
      look: () => void this.connection.look(false),
      mention: (text) => this.mention(text),
      announce: (text) => this.announce(text),
      state: () => this.state,
    };
    this.floor = new Floor(this.view, doing);
    this.powers = new Powers(this.view, this.clock, doing);
    // Forms in the room are sent more than once, other than those of pages.
    root.addEventListener("submit", (event) => event.stopPropagation());
    root.addEventListener("click", (event) => this.clicked(event));
    this.view.part<HTMLFormElement>("say").addEventListener("submit", (event) => this.said(event));
    this.view.part("say").addEventListener("input", () => {
      this.writtenFor = this.field.value && this.state ? (this.writtenFor ?? wordsGo(this.state)) : null;
    });
    this.view.part<HTMLDialogElement>("close-dialog").addEventListener("close", (event) => {
      if ((event.target as HTMLDialogElement).returnValue === "close") this.powers.closeRoom();
    });
    setInterval(() => this.tick(), 250);
    this.connection.start();
  }

  private joined(snapshot: RoomSnapshot): void {
    const before = this.state;
    this.clock.set(snapshot.now);
    const state = begin(snapshot, before?.met ?? this.met);
    this.change(state);
    const { wasLost } = this;
    this.wasLost = false;
    if (wasLost) this.strip("");
    this.refusal("");
    if (before) this.tell(before, state);
    if (before && wasLost) {
      const table = myTable(state);
      this.mention(table > 0 ? say("BackAtTable", table) : say("Back"));
    }
    const early = this.early;
    this.early = [];
    for (const batch of early) this.happened(batch);
    void this.outbox.flush();
  }

  private happened(batch: RoomEvents): void {
    if (!this.state || this.early.length > 0) {
      this.early.push(batch);
      return;
    }
    const outcome = reduce(this.state, batch);
    if ("state" in outcome) {
      const before = this.state;
      this.change(outcome.state);
      this.tell(before, outcome.state);
      return;
    }
    this.early.push(batch);
    void this.connection.look(outcome.missing === "epoch");
  }

  private change(state: State): void {
    this.state = state;
    this.view.show(state, this.outbox.unsent);
    this.floor.show(state);
    this.powers.show(state);
    this.tick();
    if (state.phase === "closed") location.reload();
    if (state.participants[state.me]?.presence === "left") this.connection.stop();
  }

  /** Says what one may not have seen. */
  private tell(before: State, now: State): void {
    const table = myTable(now);
    if (now.round !== before.round) this.announce(table > 0 ? say("SaidRound", now.round, table) : say("SaidNoTable", now.round));
    else if (now.phase === "introductions" && now.stage[0] !== before.stage[0])
      this.announce(now.stage[0] === now.me ? say("YourTurn") : say("SaidStage", now.participants[now.stage[0] ?? -1]?.name ?? ""));
    else if (now.phase === "break" && before.phase === "introductions") this.announce(say("SaidIntroductionsEnd"));
    else if (now.phase === "break" && before.phase === "round") this.announce(say("SaidEnd"));
    else if (now.phase === "break" && before.phase === "openFloor") this.announce(say("SaidFloorEnd"));
    else if (now.phase === before.phase && now.deadline !== before.deadline && now.left === before.left && now.next === before.next) this.mention(say("SaidLonger"));
    const newest = now.received.at(-1);
    if (newest && differ(newest, before.received.at(-1))) this.mention(say("ReceivedSaid", now.participants[newest.from]?.name ?? ""));
    this.floor.tell(before, now);
    this.powers.tell(before, now);
    if (now.step !== before.step || now.next !== before.next) this.focus.keepInSight();
  }

  private lost(): void {
    this.early = [];
    if (this.state?.participants[this.state.me]?.presence === "left") return;
    this.wasLost = true;
    this.strip(say("Reconnecting"));
  }

  private refused(refusal: Refusal): void {
    // What waited for a snapshot waits no more: the next event that does not fit asks for one again.
    this.early = [];
    // What stands in the way is said by the page itself: closed, full, not a member any more.
    if (["roomClosed", "roomFull", "notAMember", "notFound", "roomLocked", "takenOut"].includes(refusal.reason) && this.state) location.reload();
    else this.refusal(refusal.message);
  }

  private clicked(event: Event): void {
    const button = (event.target as HTMLElement).closest<HTMLElement>("[data-do]");
    if (!button || button.ariaDisabled === "true") return;
    const step = this.state?.step;
    switch (button.dataset["do"]) {
      case "next": return void this.ask("NextSpeaker", step);
      case "extend": return void this.ask("ExtendRound", step, 60);
      case "close": return this.view.part<HTMLDialogElement>("close-dialog").showModal();
      case "copy": return void this.copy();
      case "leave": return void this.leave();
      case "return": return this.comeBack();
      case "share":
        if (this.state) this.share.open(this.state, button.dataset["to"] === undefined ? "table" : Number(button.dataset["to"]));
        return;
      case "share-room":
        if (this.state) this.share.open(this.state, "room");
        return;
      default:
        if (!this.powers.clicked(button.dataset["do"] ?? "", button)) this.floor.clicked(button.dataset["do"] ?? "", button);
    }
  }

  private said(event: SubmitEvent): void {
    event.preventDefault();
    const text = this.field.value.trim();
    if (!text || !this.state) return;
    const place = wordsGo(this.state);
    if (place !== (this.writtenFor ?? place)) {
      this.writtenFor = place;
      return this.mention(say(place ? "NowTable" : "NowRoom"));
    }
    this.field.value = "";
    this.writtenFor = null;
    this.outbox.add(text, place);
  }

  /** Where one writes to the table or the room. */
  private get field(): HTMLInputElement {
    return this.view.part("say").querySelector<HTMLInputElement>("input")!;
  }

  private outboxChanged(refusal?: Refusal, back?: Unsent): void {
    if (refusal) this.refusal(refusal.message);
    if (back) {
      // Several may come back, and something new may stand there.
      this.field.value = [this.field.value, back.text].filter(Boolean).join(" ");
      this.writtenFor = back.place;
    }
    if (this.state) this.view.show(this.state, this.outbox.unsent);
  }

  private async ask(method: string, ...args: unknown[]): Promise<boolean> {
    this.refusal("");
    return (await this.fetch(method, ...args)) !== null;
  }

  /** What the hub answers, undefined for nothing; null when it refused. */
  private async fetch<T>(method: string, ...args: unknown[]): Promise<T | null> {
    try {
      return (await this.connection.invoke<T | null>(method, ...args)) ?? (undefined as T);
    } catch (error) {
      // Somebody else was faster: what they did is on its way, and is what was wanted.
      if (error instanceof Refusal && error.reason === "alreadyDone") void this.connection.look(false);
      else this.refusal(error instanceof Refusal ? error.message : say("Reconnecting"));
      return null;
    }
  }

  private async leave(): Promise<void> {
    await this.ask("Leave");
    if (!this.state) return;
    const participants = this.state.participants.map((p) => (p.number === this.state?.me ? { ...p, presence: "left" as const } : p));
    this.change({ ...this.state, participants });
    this.view.part("gone").querySelector("button")?.focus();
  }

  private comeBack(): void {
    this.state = null;
    this.connection.start();
  }

  private async copy(): Promise<void> {
    const address = this.view.root.dataset["address"]!;
    try {
      await navigator.clipboard.writeText(address);
      this.mention(say("Copied"));
    } catch {
      // Browsers allow the clipboard on secure addresses only.
      prompt(say("LinkTitle"), address);
    }
  }

  private tick(): void {
    const { state } = this;
    if (!state) return;
    const left = remaining(this.clock, state);
    write(this.view.part("left"), left === null ? "–:––" : clockFace(left));
    this.view.part("time").classList.toggle("room-idle", left === null);
    this.view.part<HTMLProgressElement>("bar").value = Math.min(1, (left ?? 0) / whole(state));
    this.powers.tick(state);
  }

  private announce(text: string): void {
    this.view.part("announce").textContent = text;
  }

  /** Says something in passing, to everybody. That there is no connection stays in sight. */
  private mention(text: string): void {
    if (this.wasLost) return this.announce(text);
    this.strip(text);
    setTimeout(() => {
      if (this.view.part("strip").textContent === text) this.strip("");
    }, mentioned);
  }

  private strip(text: string): void {
    write(this.view.part("strip"), text);
  }

  private refusal(text: string): void {
    for (const place of this.view.root.querySelectorAll<HTMLElement>("[data-refusal]")) {
      write(place, text);
      place.hidden = !text;
    }
  }
}

const root = document.getElementById("room");
if (root) new Room(root);
