import { list, make, write } from "./room-dom";
import { TextForm, type Doing } from "./room-part";
import { company, type State } from "./room-state";
import { say } from "./room-texts";
import type { View } from "./room-view";
import type { RoomQuestion } from "./room-wire";

interface Asked extends RoomQuestion {
  who: string;
  mine: boolean;
  organizer: boolean;
}

/** Questions in front of the room: asked in any phase, the important ones first. */
export class Questions {
  private readonly to: HTMLSelectElement;

  constructor(private readonly view: View, doing: Doing) {
    const form = view.part<HTMLFormElement>("ask");
    this.to = form.querySelector("select")!;
    new TextForm(form, async (key, text) => {
      const taken = await doing.ask("Ask", key, this.to.value === "" ? null : Number(this.to.value), text);
      if (taken) this.to.value = "";
      return taken;
    });
  }

  show(state: State): void {
    const organizer = state.participants[state.me]?.organizer ?? false;
    list(this.to, [{ number: "", name: say("AskRoom") }, ...company(state).map((p) => ({ number: String(p.number), name: p.name }))], (p) => p.number, ({ number, name }) => {
      const option = make("option", "", name);
      option.value = number;
      return option;
    });
    const asked = state.questions.filter((q) => q.standing !== hidden || organizer)
      .sort((a, b) => a.standing - b.standing || b.votes - a.votes || a.id - b.id)
      .map((q): Asked => ({ ...q, who: between(state, q), mine: q.from === state.me, organizer }));
    write(this.view.part("questions-none"), asked.length > 0 ? "" : say("AskNone"));
    list(this.view.part("questions"), asked, (q) => String(q.id), card);
  }
}

const answered = 1;
const hidden = 2;

function between(state: State, question: RoomQuestion): string {
  const [from, to] = [state.participants[question.from]?.name ?? "", question.to === null ? "" : (state.participants[question.to]?.name ?? "")];
  return to ? `${from} → ${to}` : from;
}

function card(question: Asked): HTMLElement {
  const mark = question.standing === answered ? say("AskAnswered") : question.standing === hidden ? say("AskHidden") : "";
  const head = make("p", "soft room-asker", mark ? `${question.who} · ${mark}` : question.who);
  const text = make("p", "room-asked", question.text);
  const actions = make("div", "room-actions");
  if (question.standing === 0) {
    if (question.mine) actions.append(make("span", "soft", say("AskVotes", question.votes)));
    else actions.append(vote(question));
  }
  if (question.organizer) {
    if (question.standing !== 0) actions.append(settle(question, 0, "AskAgain"));
    else actions.append(settle(question, answered, "AskDone"), settle(question, hidden, "AskHide"));
  }
  return make("li", "", "", make("article", `room-card room-question-${question.standing}`, "", head, text, actions));
}

function vote(question: Asked): HTMLElement {
  const button = make("button", "secondary room-vote", `▲ ${question.votes}`);
  button.type = "button";
  button.ariaPressed = String(question.voted);
  button.ariaLabel = say("AskVote", question.votes, question.text);
  button.dataset["do"] = "vote";
  button.dataset["question"] = String(question.id);
  return button;
}

function settle(question: Asked, standing: number, text: string): HTMLElement {
  const button = make("button", "secondary quiet", say(text));
  button.type = "button";
  button.ariaLabel = `${say(text)}: ${question.text}`;
  button.dataset["do"] = `settle-${standing}`;
  button.dataset["question"] = String(question.id);
  return button;
}
