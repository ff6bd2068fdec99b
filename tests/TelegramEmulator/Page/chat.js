"use strict";
const $ = id => document.getElementById(id);
const make = (tag, props = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), props);
  element.append(...children);
  return element;
};
const get = async path => (await fetch(path)).json();
const post = (path, body = {}) => fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
const tags = { bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", pre: "pre", blockquote: "blockquote" };
let me = Number(location.hash.slice(1)) || 0, shown = "", users = "", bot = "", toasting = 0;

// Entities may lie within one another, never across: the outer one comes first.
function format(text, entities, from = 0, to = text.length) {
  const parts = [];
  let at = from;
  for (let i = 0; i < entities.length; i++) {
    const { type, offset, length, url, user, unix_time, date_time_format } = entities[i];
    if (offset < at || offset >= to) continue;
    parts.push(text.slice(at, offset));
    const within = entities.slice(i + 1).filter(other => other.offset + other.length <= offset + length);
    const inner = format(text, within, offset, offset + length);
    if (type === "text_link") parts.push(link(url, ...inner));
    else if (type === "text_mention") parts.push(make("a", { href: "#" + user.id }, ...inner));
    else if (type === "date_time") parts.push(date_time_format ? make("span", { title: inner.join("") }, moment(unix_time, date_time_format)) : make("span", { title: moment(unix_time, "wDt") }, ...inner));
    else if (type === "bot_command") parts.push(make("a", { href: "#" + me, onclick: () => say(text.slice(offset, offset + length)) }, ...inner));
    else parts.push(make(tags[type] ?? "span", {}, ...inner));
    at = offset + length;
  }
  parts.push(text.slice(at, to));
  // Bare addresses are links, as in every messenger.
  return parts.flatMap(part => typeof part !== "string" ? [part] : part.split(/(https?:\/\/\S+)/).map((piece, i) =>
    i % 2 ? link(piece, piece) : piece));
}

// Moments as the apps say them: in the reader's own zone, or counted down.
function moment(unix, how) {
  const left = unix - Date.now() / 1000;
  if (how === "r") return new Intl.RelativeTimeFormat([], { numeric: "auto" }).format(...(Math.abs(left) < 60 ? [Math.round(left), "second"] : Math.abs(left) < 3600 ? [Math.round(left / 60), "minute"] : [Math.round(left / 3600), "hour"]));
  const parts = { w: { weekday: "short" }, d: { day: "2-digit", month: "2-digit" }, D: { day: "numeric", month: "long" }, t: { hour: "2-digit", minute: "2-digit" }, T: { hour: "2-digit", minute: "2-digit", second: "2-digit" } };
  return new Date(unix * 1000).toLocaleString([], Object.assign({}, ...[...how].map(one => parts[one])));
}

// What Telegram itself would open: a start of the bot happens here, a chat with somebody cannot.
function within(url) {
  const start = startLink(url);
  if (start) return () => say(start);
  return /^(tg:|https?:\/\/t\.me\/)/.test(url) ? () => toast(`Telegram would open ${url} now.`) : null;
}

function link(url, ...content) {
  const open = within(url);
  return open
    ? make("a", { href: "#" + me, onclick: event => { event.preventDefault(); open(); } }, ...content)
    : make("a", { href: url, target: "_blank", rel: "noopener" }, ...content);
}

function toast(text) {
  $("toast").textContent = text;
  $("toast").hidden = false;
  clearTimeout(toasting);
  toasting = setTimeout(() => $("toast").hidden = true, 4000);
}

function button(message, { text, data, url, is_app }) {
  if (is_app) return make("button", { type: "button", onclick: () => openApp(message.id, text) }, text + " ▢");
  const open = url && within(url);
  if (open) return make("button", { type: "button", onclick: open }, text + " ↗");
  if (url) return make("a", { href: url, target: "_blank", rel: "noopener" }, text + " ↗");
  return make("button", { type: "button", onclick: () => press(message.id, text) }, text);
}

function bubble(message) {
  const content = format(message.text, message.entities);
  if (message.photo) content.unshift(make("img", { src: message.photo, alt: "Picture" }));
  if (message.document) content.unshift(make("a", { href: message.document, download: "" }, "weave.json "));
  const time = new Date(message.sent).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" }) + (message.is_edited ? " · edited" : "");
  const rows = message.rows.map(row => make("div", { className: "row" }, ...row.map(one => button(message, one))));
  return make("li", { className: message.from_bot ? "" : "mine" }, make("div", { className: "bubble" }, ...content, make("time", {}, time)), ...rows);
}

const startLink = text => {
  const link = text.match(/^(?:https?:\/\/)?t\.me\/(\w+)(?:\?start=([\w-]*))?$/);
  return link && link[1].toLowerCase() === bot.toLowerCase() ? ("/start " + (link[2] ?? "")).trim() : null;
};

async function say(text) {
  await post(`chats/${me}/send`, { text: startLink(text) ?? text });
  await refresh();
}

async function press(message, button) {
  const answer = await post(`chats/${me}/press`, { message, button });
  const text = answer.ok && (await answer.json()).answer;
  if (text) toast(text);
  await refresh();
}

// A tab of its own stands for the window that Telegram's apps show over the chat.
async function openApp(message, button) {
  const tab = window.open("about:blank");
  tab.location = (await (await post(`chats/${me}/open`, { message, button })).json()).url;
}

async function refresh() {
  const all = await get("chats");
  const list = JSON.stringify([all, me]);
  if (list !== users) {
    users = list;
    $("users").replaceChildren(...all.map(user => {
      const one = make("button", { type: "button", onclick: () => location.hash = user.id }, user.first_name + (user.username ? ` @${user.username}` : ""));
      if (user.id === me) one.setAttribute("aria-current", "true");
      return one;
    }));
  }
  if (!all.some(user => user.id === me)) {
    if (all.length > 0) location.hash = all[0].id;
    return;
  }
  const chat = await get(`chats/${me}`);
  const state = JSON.stringify(chat);
  if (state === shown) return;
  shown = state;
  bot = chat.bot.bot_username;
  $("title").textContent = `${chat.first_name} → ${chat.bot.bot_name} @${bot}`;
  $("block").textContent = chat.blocked ? "Unblock" : "Block";
  $("block").hidden = $("write").hidden = false;
  const focused = $("messages").contains(document.activeElement) && document.activeElement !== $("messages");
  $("messages").replaceChildren(...chat.messages.map(bubble));
  // Who goes by the keyboard goes on where something new is to be pressed.
  if (focused) ($("messages").lastElementChild?.querySelector(".row > *") ?? $("text")).focus({ preventScroll: true });
  $("messages").scrollTop = $("messages").scrollHeight;
  const commands = chat.started ? chat.commands.map(it => ["/" + it.command, it.description]) : [["/start", ""]];
  $("commands").replaceChildren(...commands.map(([text, title]) => make("button", { type: "button", title, onclick: () => say(text) }, text)));
}

$("write").onsubmit = event => {
  event.preventDefault();
  const text = $("text").value.trim();
  $("text").value = "";
  if (text) say(text);
};
$("new-user").onsubmit = async event => {
  event.preventDefault();
  const made = await (await post("chats", { firstName: $("name").value.trim(), language: $("language").value })).json();
  $("name").value = "";
  location.hash = made.id;
};
$("block").onclick = async () => {
  await post(`chats/${me}/block`);
  await refresh();
};
onhashchange = () => {
  me = Number(location.hash.slice(1)) || 0;
  shown = "";
  refresh();
};
(async function poll() {
  try {
    await refresh();
  } finally {
    setTimeout(poll, 1000);
  }
})();
