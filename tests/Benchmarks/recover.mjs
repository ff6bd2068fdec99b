// How long browsers take to be back at their seats after the server was killed: real Chromium, one context a person, in each phase of a room.
//
//   dotnet build -c Release Web && dotnet build tests/Browser.Tests
//   node tests/Benchmarks/recover.mjs [BROWSERS] [KILLS A PHASE] [SECONDS DOWN]
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [browsers, kills, down] = [8, 2, 5].map((byDefault, i) => Number(process.argv[i + 2] ?? byDefault));
const repository = new URL("../../", import.meta.url).pathname;
// Playwright as the browser tests have it.
const { chromium } = createRequire(import.meta.url)(join(repository, "tests/Browser.Tests/bin/Debug/net10.0/.playwright/package"));

const folder = await mkdtemp(join(tmpdir(), "weave-"));
const url = `http://127.0.0.1:${await freePort()}`;
let server = await start();
const browser = await chromium.launch({ executablePath: ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"].find(existsSync), args: ["--no-sandbox", "--disable-gpu"] });
try {
  const people = [];
  for (let i = 0; i < browsers; i++) people.push(await signIn(i));
  const organizer = people[0];
  const room = await openRoom(organizer);
  for (const person of people.slice(1)) {
    await person.goto("/join/founders");
    await person.click("main form button");
  }
  for (const person of people) await person.goto(room);
  for (const person of people) await person.waitForFunction((count) => document.querySelectorAll("[data-people] [data-person]").length === count, browsers);

  console.log("phase            browsers  kills   median      worst");
  await measure("lobby", people);
  await press(people, "introduce");
  await measure("introductions", people);
  await press(people, "end");
  await measure("break", people);
  await press(people, "start");
  await measure("round", people);
  await press(people, "pause");
  await measure("round, paused", people);
  await press(people, "end");
  await press(people, "floor");
  await people[1].click("[data-hand]");
  await measure("open floor", people);
} finally {
  await browser.close();
  server.kill("SIGKILL");
  await rm(folder, { recursive: true });
}

/** Kills the server some times; what counts is from its word that it is ready to the browser's "you are back", at the same table in the same phase. */
async function measure(phase, people) {
  const times = [];
  for (let kill = 0; kill < kills; kill++) {
    const before = await Promise.all(people.map(seat));
    server.kill("SIGKILL");
    await once(server, "exit");
    await Promise.all(people.map((person) => person.waitForFunction(() => window.lost)));
    await new Promise((resolve) => setTimeout(resolve, down * 1000));
    server = await start();
    const ready = Date.now();
    const back = await Promise.all(people.map(async (person) => (await person.waitForFunction(() => window.lost === 0 && window.back)).jsonValue()));
    const after = await Promise.all(people.map(seat));
    after.forEach((place, i) => {
      if (place !== before[i]) throw new Error(`${phase}: somebody was at ${before[i]} and is at ${place}.`);
    });
    times.push(...back.map((at) => Math.max(0, at - ready)));
  }
  times.sort((a, b) => a - b);
  console.log(`${phase.padEnd(16)} ${String(browsers).padStart(8)} ${String(kills).padStart(6)} ${String(times[times.length >> 1]).padStart(6)} ms ${String(times.at(-1)).padStart(7)} ms`);
}

function seat(person) {
  return person.evaluate(() => ["phase", "people-title"].map((part) => document.querySelector(`[data-${part}]`).textContent).join(" | "));
}

/** The organizer presses a button of the bar, and that it shall be at once; everybody comes to the next phase. */
async function press(people, what) {
  const before = await people[0].textContent("[data-phase]");
  await people[0].click(`[data-organize] [data-do=${what}]`);
  if (what !== "pause") await people[0].click("[data-do=now]");
  for (const person of people) await person.waitForFunction((phase) => document.querySelector("[data-phase]").textContent !== phase, before);
}

async function signIn(i) {
  const context = await browser.newContext({ baseURL: url, locale: "en-GB", viewport: i % 2 ? { width: 390, height: 844 } : { width: 1280, height: 800 } });
  const page = await context.newPage();
  // When the page says that the connection is lost, and when it no longer does.
  await page.addInitScript(() => {
    window.lost = window.back = 0;
    setInterval(() => {
      const lost = document.querySelector("[data-strip]")?.textContent.includes("Reconnecting");
      if (lost && !window.lost) [window.lost, window.back] = [Date.now(), 0];
      else if (!lost && window.lost) [window.lost, window.back] = [0, Date.now()];
    }, 20);
  });
  await page.goto("/sign-in?ReturnUrl=/rooms");
  await page.fill("#address", `person${i}@example.org`);
  await page.click("main button");
  await page.click("#sign-in-link");
  await page.click("main button");
  await page.waitForURL("**/rooms");
  return page;
}

async function openRoom(organizer) {
  await organizer.goto("/communities/new?name=Founders");
  await organizer.fill("[name='Form.Name']", "Founders");
  await organizer.click("main form button:not(.visually-hidden)");
  await organizer.waitForURL("**/c/founders**");
  await organizer.goto("/c/founders/organize/rooms");
  await organizer.click("button[value=Club]");
  await organizer.fill("#title", "Club evening");
  await organizer.click("main form > button:not(.visually-hidden)");
  await organizer.waitForURL("**/rooms/*");
  return organizer.url();
}

async function start() {
  const started = spawn("dotnet", [join(repository, "Web/bin/Release/net10.0/Weave.Web.dll")], {
    cwd: join(repository, "Web"),
    env: { ...process.env, ASPNETCORE_ENVIRONMENT: "Development", Kestrel__Endpoints__Http__Url: url, Storage__Folder: folder, RateLimits__SignInsPerIp: "100000" },
  });
  await new Promise((ready) => started.stdout.on("data", (text) => String(text).includes("Weave is ready") && ready()));
  return started;
}

async function freePort() {
  const probe = createServer().listen(0);
  await once(probe, "listening");
  const { port } = probe.address();
  probe.close();
  return port;
}
