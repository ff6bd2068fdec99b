import { pressed } from "./room-bar";
import { Change } from "./room-change";
import { clockFace, remaining, type Clock } from "./room-clock";
import { Desk } from "./room-desk";
import { write } from "./room-dom";
import type { Doing } from "./room-part";
import { showProgram } from "./room-program";
import { differ, myTable, type State } from "./room-state";
import { say } from "./room-texts";
import type { View } from "./room-view";
import { thisPage } from "./this-page";

const seenNotice = "weave-notice";
/** A word to everybody is no news to whoever comes long after it; as long as in chats. */
const noticeShown = 600_000;
/** So long before the lead is free it is said that nobody has it: whose connection only stumbles is back sooner. */
const leadSoon = 150_000;

/** What organizers do with the room, as they and everybody else see it. */
export class Powers {
  private readonly desk: Desk;
  private readonly change: Change;

  constructor(private readonly view: View, private readonly clock: Clock, private readonly doing: Doing) {
    this.desk = new Desk(view, doing);
    this.change = new Change(view, doing);
  }

  show(state: State): void {
    write(this.view.part("title"), state.plan.title);
    const out = state.takenOut === true;
    this.view.part("out").hidden = !out;
    if (out) this.view.part("gone").hidden = true;
    const table = myTable(state);
    const asked = state.house.asking.includes(table);
    this.view.part("ask-time-part").hidden = state.phase !== "round" || table === 0 || state.participants[state.me]?.organizer === true;
    this.view.part<HTMLButtonElement>("ask-time").disabled = asked;
    write(this.view.part("ask-time"), say(asked ? "AskedTime" : "AskTime"));
    this.view.part("muted").hidden = !state.muted;
    this.view.part<HTMLTextAreaElement>("note").disabled = state.muted;
    for (const form of ["say", "ask", "whisper"]) {
      for (const field of this.view.part(form).querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLButtonElement>("input, select, button")) field.disabled = state.muted;
    }
    this.desk.show(state);
    this.tick(state);
  }

  /** Says what one may not have seen. */
  tell(before: State, now: State): void {
    this.change.tell(before, now, remaining(this.clock, now) ?? 0);
    if (before.left === null && now.left !== null) this.doing.announce(say("SaidPaused"));
    if (before.left !== null && now.left === null && now.next === null && now.step === before.step) this.doing.announce(say("SaidResumed"));
    if (before.muted && !now.muted) this.doing.mention(say("Unmuted"));
    if (differ(before.plan, now.plan)) {
      this.doing.mention(say("SaidPlan"));
      void this.steps();
    }
    const [led, leads] = [before.participants[before.me]?.organizer, now.participants[now.me]?.organizer];
    if (leads && now.waiting > before.waiting) this.doing.mention(say("WaitForPlace", now.waiting));
    if (led === leads) return;
    this.doing.mention(say(leads ? "NowLeading" : "NoLonger"));
    this.doing.look();
  }

  tick(state: State): void {
    const left = remaining(this.clock, state);
    showProgram(this.view.part("program"), state, this.clock.now, left ?? 0);
    this.change.tick(state, state.deadline ? left : null);
    write(this.view.part("desk-clock"), this.standing(state, left));
    this.lead(state);
    this.notice(state);
  }

  /** What the desk would hide: where the room stands, which tables ask for something, and who stands before the door. */
  private standing(state: State, left: number | null): string {
    const { calls, house, waiting } = state;
    return [
      this.view.part("phase").textContent,
      left === null ? "" : clockFace(left),
      this.view.part("countdown").textContent,
      calls.length > 0 ? `${say("Calls")}: ${calls.map((call) => call.table).join(", ")}` : "",
      house.asking.length > 0 ? say("Asking", house.asking.join(", ")) : "",
      waiting > 0 ? say("WaitForPlace", waiting) : "",
    ].filter(Boolean).join(" · ");
  }

  /** A room without an organizer: when somebody else may lead, and then the button. */
  private lead(state: State): void {
    const until = state.leadFreeAt ? this.clock.until(state.leadFreeAt) : Infinity;
    this.view.part("lead").hidden = until > leadSoon || state.muted || state.participants[state.me]?.presence === "left";
    this.view.part("take-lead").hidden = until > 0;
    write(this.view.part("lead-text"), until > 0 && until <= leadSoon ? say("LeadSoon", clockFace(until)) : say("LeadFreeText"));
  }

  /** The bar has then what ends the countdown, and what calls it off. */
  closeRoom(): void {
    this.desk.close();
    this.ask("CountDown", this.doing.state()?.step, "closed");
  }

  clicked(what: string, button: HTMLElement): boolean {
    const step = this.doing.state()?.step;
    switch (what) {
      case "pause": return this.ask("Pause", step);
      case "resume": return this.ask("Resume", step);
      case "give-time": return this.ask("ExtendRound", step, 120);
      case "ask-time": return this.ask("AskForTime", step);
      case "take-lead": return this.ask("TakeLead");
      case "desk": this.desk.open(); return true;
      case "desk-close": this.desk.close(); return true;
      case "going-done": this.change.arrive(); return true;
      case "notice-done": this.dismiss(); return true;
    }
    return pressed(what, this.doing) || this.desk.clicked(what, button);
  }

  private ask(method: string, ...args: unknown[]): boolean {
    void this.doing.ask(method, ...args);
    return true;
  }

  /** What will happen is written by the page: after a change of the plan it is taken from the page written anew. */
  private async steps(): Promise<void> {
    const steps = (await thisPage())?.querySelector("[data-steps] ol");
    if (steps) this.view.part("steps").querySelector("ol")?.replaceWith(steps);
  }

  private notice(state: State): void {
    const { notice } = state.house;
    const fresh = notice !== null && this.clock.now - Date.parse(notice.at) < noticeShown;
    const shown = fresh && notice.from !== state.me && !state.takenOut && sessionStorage.getItem(seenNotice) !== notice.key;
    this.view.part("notice").hidden = !shown;
    const from = notice?.from == null ? undefined : state.participants[notice.from]?.name;
    write(this.view.part("notice-from"), !shown ? "" : from ? say("NoticeFrom", from) : say("NoticeAll"));
    write(this.view.part("notice-text"), shown ? notice.text : "");
  }

  private dismiss(): void {
    const state = this.doing.state();
    if (!state?.house.notice) return;
    sessionStorage.setItem(seenNotice, state.house.notice.key);
    this.show(state);
  }
}
