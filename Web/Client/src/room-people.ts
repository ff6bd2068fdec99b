import { make } from "./room-dom";
import type { State } from "./room-state";
import { say } from "./room-texts";
import type { ContactCard, Participant } from "./room-wire";

/** A person as a card needs them: `both` are the interests we share, `given` whether I gave them my contact, null where that cannot be; `full` at a table. */
export interface Person {
  who: Participant;
  me: boolean;
  both: string[];
  given: boolean | null;
  full: boolean;
  /** Whether I want to meet them; null where that cannot be said. */
  wish: boolean | null;
}

function sharedInterests(me: Participant | undefined, other: Participant): string[] {
  const mine = new Set((me?.interests ?? []).map((i) => i.toLowerCase()));
  return me?.number === other.number ? [] : other.interests.filter((i) => mine.has(i.toLowerCase()));
}

export function person(state: State, me: Participant | undefined, who: Participant, full: boolean): Person {
  const other = who.number !== state.me;
  const given = other && !who.hidden ? state.given.some((g) => g.to === who.number) : null;
  const wish = other && !who.hidden && !state.met.includes(who.number) ? state.wishes.includes(who.number) : null;
  return { who, me: !other, both: sharedInterests(me, who), given, full, wish };
}

export function personCard({ who, me, both, given, full, wish }: Person): HTMLElement {
  const line = [who.headline, who.company].filter(Boolean).join(" · ");
  const marks = [me && say("Me"), who.organizer && say("Organizer"), who.inChat && say("InChat"), who.presence === "away" && say("Away")].filter(Boolean).join(", ");
  const name = make("strong", "", who.name);
  if (marks) name.append(" ", make("span", "room-mark", marks));
  const card = make("article", `room-card room-${who.presence}`, "", make("div", "person", "", face(who), make("div", "", "", name, make("small", "", line))));
  card.dataset["person"] = String(who.number);
  const tags = full && me ? [] : full || me ? who.interests : both.length > 0 ? both : who.interests.slice(0, 4);
  if (both.length > 0 && full) card.append(make("p", "room-both", say("Both", both.join(", "))));
  if (me && !full && !line) card.append(fillIn());
  if (full && !me) {
    if (who.looksFor) card.append(told("LooksFor", who.looksFor));
    if (who.offers) card.append(told("Offers", who.offers));
  }
  if (tags.length > 0) card.append(make("ul", "tags", "", ...tags.map((tag) => make("li", both.includes(tag) ? "room-shared" : "", tag))));
  const actions = make("div", "room-actions");
  if (wish !== null) actions.append(wishButton(who, wish));
  if (given !== null) actions.append(shareButton(who, given));
  if (actions.hasChildNodes()) card.append(actions);
  return make("li", "", "", card);
}

/** To who is no more than a name to the others; the page leads back here. */
function fillIn(): HTMLElement {
  const link = make("a", "", say("FillIn"));
  link.href = `/me?ReturnUrl=${encodeURIComponent(location.pathname)}`;
  return make("p", "soft", "", link);
}

/** A contact somebody gave me, each field to be used at once. `given` are the fields I gave them, zero for none yet; null where that is not shown. */
export function contactCard(who: Participant | undefined, card: ContactCard, given: number | null): HTMLElement {
  const fields = make("ul", "room-fields");
  const add = (name: string, text: string, href: string): void => {
    if (!text) return;
    const link = make("a", "", text);
    link.href = href;
    link.rel = "noopener nofollow";
    fields.append(make("li", "", "", make("span", "soft", `${name} `), link));
  };
  add(say("Email"), card.email, `mailto:${encodeURIComponent(card.email).replace("%40", "@")}`);
  add(say("Phone"), card.phone, `tel:${card.phone.replace(/[^\d+]/g, "")}`);
  add(say("Telegram"), card.telegram && `@${card.telegram}`, `https://t.me/${encodeURIComponent(card.telegram)}`);
  for (const link of card.links) if (/^https?:\/\//i.test(link)) add(say("Links"), link, link);
  const line = [who?.headline, who?.company].filter(Boolean).join(" · ");
  const head = make("div", "person", "", ...(who ? [face(who)] : []), make("div", "", "", make("strong", "", who?.name ?? ""), make("small", "", line)));
  const article = make("article", "room-card", "", head, fields);
  if (given) article.append(make("p", "soft", `✓ ${say("YouGave", fieldNames(given))}`));
  else if (given === 0 && who) article.append(shareButton(who, false, "ShareBack"));
  return make("li", "", "", article);
}

/** A picture, or initials on the colour that Avatar.razor gives the same person. */
export function face(who: Participant): HTMLElement {
  if (who.picture) {
    const image = make("img", "avatar");
    image.src = `/pictures/${who.member.replaceAll("-", "")}/${who.picture}`;
    image.alt = "";
    image.width = image.height = 128;
    return image;
  }
  const words = who.name.split(/\s+/).filter(Boolean);
  const initials = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? "")][0]?.toUpperCase() ?? "").join("");
  const circle = make("span", `avatar hue-${parseInt(who.member.slice(-2), 16) % 8}`, initials || "?");
  circle.ariaHidden = "true";
  return circle;
}

function told(name: string, text: string): HTMLElement {
  const line = make("p", "", "", make("span", "soft", say(name)));
  line.append(` ${text}`);
  return line;
}

function wishButton(who: Participant, wish: boolean): HTMLElement {
  const button = make("button", "secondary room-wish", wish ? `✓ ${say("Wished")}` : say("Wish"));
  button.type = "button";
  button.title = say("WishHint");
  button.ariaPressed = String(wish);
  button.dataset["do"] = "wish";
  button.dataset["to"] = String(who.number);
  button.ariaLabel = `${say(wish ? "Wished" : "Wish")}: ${who.name}`;
  return button;
}

/** The names of the fields, which are flags. */
export function fieldNames(fields: number): string {
  return ["Email", "Phone", "Telegram", "Links"].filter((_, i) => (fields & (1 << i)) !== 0).map((name) => say(name)).join(", ");
}

function shareButton(who: Participant, given: boolean, text = "ShareShort"): HTMLElement {
  const button = make("button", given ? "link room-done" : "secondary room-one", given ? `✓ ${say("Shared")}` : say(text));
  button.type = "button";
  button.dataset["do"] = "share";
  button.dataset["to"] = String(who.number);
  // Which of the buttons it is, for those who do not see the card around it.
  button.append(make("span", "visually-hidden", `: ${who.name}`));
  return button;
}
