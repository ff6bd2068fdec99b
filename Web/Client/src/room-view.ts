import { duration } from "./room-clock";
import { showBar } from "./room-bar";
import { list, make, write } from "./room-dom";
import { Here } from "./room-here";
import { contactCard, person, personCard } from "./room-people";
import type { Unsent } from "./room-outbox";
import { type State, wordsGo } from "./room-state";
import { showStage } from "./room-stage";
import { say } from "./room-texts";
import type { Participant } from "./room-wire";

/** Shows a state on the page that RoomLive.razor wrote. */
export class View {
  private readonly here: Here;
  /** Whose words the chat shows. */
  private place = -1;

  constructor(readonly root: HTMLElement) {
    this.here = new Here(this);
    // What is said in passing stays right below the top, wherever one has scrolled to.
    const top = this.part("top");
    new ResizeObserver(() => document.documentElement.style.setProperty("--room-top", `${top.offsetHeight}px`)).observe(top);
  }

  part<T extends HTMLElement = HTMLElement>(name: string): T {
    return this.root.querySelector<T>(`[data-${name}]`)!;
  }

  show(state: State, unsent: readonly Unsent[]): void {
    const me = state.participants[state.me];
    const gone = me?.presence === "left";
    this.root.dataset["view"] = gone ? "gone" : state.phase;
    this.part("gone").hidden = !gone;
    for (const live of this.root.querySelectorAll<HTMLElement>("[data-live]")) live.hidden = gone;
    write(this.part("phase"), phaseText(state));
    showStage(this, state, me);
    this.here.show(state);
    this.chat(state, unsent);
    this.side(state, me);
    showBar(this, state, gone);
    write(this.part("next"), nextText(state));
  }

  private chat(state: State, unsent: readonly Unsent[]): void {
    const place = wordsGo(state);
    write(this.part("chat-title"), say(place ? "Chat" : "ChatRoom"));
    const log = this.part("messages");
    const moved = place !== this.place;
    const atEnd = moved || log.scrollHeight - log.scrollTop - log.clientHeight < 40;
    this.place = place;
    // What has been said elsewhere before one came is not read out.
    if (moved) {
      log.ariaLive = "off";
      setTimeout(() => (log.ariaLive = null));
    }
    const said = (place ? state.messages : state.roomMessages).map((m) => ({ key: `m${m.id}`, who: state.participants[m.from]?.name ?? "", text: m.text, mine: m.from === state.me, waits: false }));
    const waiting = unsent.filter((m) => m.place === place).map((m) => ({ key: m.key, who: "", text: m.text, mine: true, waits: true }));
    const lines = [...said, ...waiting];
    list(log, lines, (m) => m.key, (m) => {
      const line = make("div", m.mine ? "room-mine" : "", "", make("span", "room-said", m.text));
      if (m.waits) line.append(make("small", "soft", say("Unsent")));
      else if (!m.mine) line.prepend(make("strong", "", m.who));
      else line.prepend(make("strong", "visually-hidden", m.who));
      return line;
    });
    log.dataset["empty"] = lines.length === 0 ? say(place ? "ChatEmpty" : "ChatRoomEmpty") : "";
    if (atEnd) log.scrollTop = log.scrollHeight;
  }

  private side(state: State, me: Participant | undefined): void {
    const begun = state.round > 0;
    this.part("steps").hidden = begun;
    this.part("received-part").hidden = !begun && state.received.length === 0;
    this.part("received-none").hidden = state.received.length > 0;
    const received = state.received.map((c) => ({ who: state.participants[c.from], card: c.card, given: state.given.find((g) => g.to === c.from)?.fields ?? 0 }));
    list(this.part("received"), received, (c) => String(c.who?.number), (c) => contactCard(c.who, c.card, c.given));
    const met = state.met.flatMap((n) => state.participants[n] ?? []);
    this.part("met-part").hidden = state.phase !== "break";
    this.part("met-none").hidden = met.length > 0;
    list(this.part("met"), met.map((p) => person(state, me, p, false)), (p) => String(p.who.number), personCard);
  }
}

function phaseText(state: State): string {
  if (state.left !== null) return say("Paused");
  if (state.phase === "lobby") return say("Lobby");
  if (state.phase === "introductions") return say("Introductions");
  if (state.phase === "openFloor") return say("OpenFloor");
  return state.phase === "round" ? say("Round", state.round, Math.max(state.round, state.plan.rounds)) : say("Break");
}

function nextText(state: State): string {
  if (state.left !== null) return say("NextPaused");
  const more = state.round < state.plan.rounds;
  if (state.phase === "lobby") return state.plan.speakerTime ? say("NextIntroductions", duration(state.plan.speakerTime) / 1000) : say("NextFirst");
  if (state.phase === "introductions") {
    const next = state.participants[state.stage[1] ?? -1];
    return next ? say("NextOnStage", next.name, state.stage.length - 1) : say("NextAfterStage");
  }
  if (state.phase === "openFloor") {
    const next = state.participants[state.stage[1] ?? -1];
    return next ? say("NextHand", next.name, state.stage.length - 1) : say("NextNoHand");
  }
  if (!more && state.plan.floorTime && !state.floorHeld) return say("NextFloor", duration(state.plan.floorTime) / 60_000);
  if (!more) return say("NextEnd");
  return say(state.phase === "round" ? "NextBreak" : "NextRound", state.round + 1, state.plan.rounds);
}
