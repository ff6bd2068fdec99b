import { thisPage } from "./this-page";

// Runs on every page; none of them needs it. Tells the server the browser's time zone, for dates and as a first guess in the profile.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const knowsZone = (): boolean => document.cookie.split("; ").includes(`tz=${zone}`);
if (zone && !knowsZone()) {
  document.cookie = `tz=${zone}; path=/; max-age=31536000; samesite=lax`;
  if (knowsZone()) void correctTimes();
}

/** The page was written before the server knew the zone: its times are taken from the same page written anew. */
async function correctTimes(): Promise<void> {
  const shown = document.querySelectorAll("time");
  if (shown.length === 0) return;
  // What stands elsewhere by now is left as it is.
  const times = (await thisPage())?.querySelectorAll("time");
  shown.forEach((time, i) => {
    const latest = times?.[i];
    if (latest?.dateTime === time.dateTime) time.replaceWith(latest);
  });
}

// A button pressed twice sends its form once.
document.addEventListener("submit", (event) => {
  const form = event.target as HTMLFormElement;
  if (form.dataset["sent"]) event.preventDefault();
  else form.dataset["sent"] = "yes";
});

// A page that comes back from the browser's history can be sent again.
window.addEventListener("pageshow", () => {
  for (const form of document.forms) delete form.dataset["sent"];
});

// A button that copies the field it names; without this script it stays hidden and the field can be selected.
for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const field = document.getElementById(button.dataset["copy"] ?? "") as HTMLInputElement;
    await navigator.clipboard.writeText(field.value);
    button.textContent = button.dataset["copied"] ?? "";
  });
}

// Figures that change while somebody looks on: the page is fetched again, and the part that is marked replaced. The mark says how far things are; when that
// has changed there are other things to do, and all of the page is loaded anew, unless somebody is just writing.
if (document.querySelector("[data-refresh]")) {
  document.documentElement.classList.add("refreshed");
  setInterval(async () => {
    const shown = document.querySelector<HTMLElement>("[data-refresh]");
    if (!shown || document.hidden || shown.contains(document.activeElement)) return;
    const page = await thisPage();
    if (!page) return;
    const latest = page.querySelector<HTMLElement>("[data-refresh]");
    if (latest && latest.dataset["refresh"] === shown.dataset["refresh"]) shown.replaceWith(latest);
    else if (!document.activeElement?.matches("input, select, textarea")) location.reload();
  }, 10_000);
}
