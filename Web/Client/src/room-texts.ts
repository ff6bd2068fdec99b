const texts = JSON.parse(document.getElementById("room-texts")?.textContent ?? "{}") as Record<string, string>;

/** The page's own text of that name, with its {0}, {1} filled in. */
export function say(name: string, ...values: (string | number)[]): string {
  return (texts[name] ?? "").replace(/\{(\d)\}/g, (_, i: string) => String(values[Number(i)] ?? ""));
}
