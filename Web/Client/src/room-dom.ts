/** Makes an element. Text is only ever text. */
export function make<K extends keyof HTMLElementTagNameMap>(tag: K, className = "", text = "", ...children: Node[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  element.append(...children);
  return element;
}

/** Changes the text only when it is another one: screen readers and selections are left in peace. */
export function write(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** What each element of a list shows. */
const looks = new WeakMap<HTMLElement, string>();

/**
 * Brings a list to the given items: elements with the same key stay where the focus is, and are made anew only when what they show has changed.
 */
export function list<T>(parent: HTMLElement, items: readonly T[], key: (item: T) => string, render: (item: T) => HTMLElement): void {
  const known = new Map<string, HTMLElement>();
  // Those who are gone first, and what the page was written with: then the others stand where they should, and none of them has to move.
  const wanted = new Set(items.map(key));
  for (const child of [...parent.children] as HTMLElement[]) {
    const id = child.dataset["key"];
    if (id === undefined || !wanted.has(id)) child.remove();
    else known.set(id, child);
  }
  let before: ChildNode | null = parent.firstChild;
  for (const item of items) {
    const id = key(item);
    const look = JSON.stringify(item);
    const old = known.get(id);
    let element = old;
    if (!old || looks.get(old) !== look) {
      element = render(item);
      element.dataset["key"] = id;
      looks.set(element, look);
      if (old) {
        const focus = old.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset["do"] : undefined;
        if (old === before) before = old.nextSibling;
        old.replaceWith(element);
        // A button that has become another one leaves the focus to the line it is in.
        if (focus) (element.querySelector<HTMLElement>(`[data-do="${focus}"]`) ?? element.querySelector("summary"))?.focus({ preventScroll: true });
        if (element.nextSibling === before) continue;
      }
    }
    if (element === before) before = before?.nextSibling ?? null;
    else parent.insertBefore(element!, before);
  }
}
