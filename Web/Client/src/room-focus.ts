const presses = ["Enter", " "];
const pressed = "button, a, summary";

/**
 * Keeps the keyboard's place: what has the focus may go with a phase, a person or a dialog. Then its part's heading gets it, which a second press cannot set off.
 * Whoever goes by keyboard sees it; for whoever scrolls by hand the page stays where it is.
 */
export class Focus {
  private byKeyboard = false;
  private last: HTMLElement | null = null;
  private part: HTMLElement | null = null;

  constructor(root: HTMLElement, private readonly home: HTMLElement) {
    root.addEventListener("focusin", (event) => {
      this.last = event.target as HTMLElement;
      this.part = this.last.closest("dialog, section");
    });
    // Who has scrolled away by hand and presses by key what has the focus is back at the keyboard.
    document.addEventListener("keydown", ({ key, target }) => (this.byKeyboard ||= key === "Tab" || (presses.includes(key) && (target as Element).matches(pressed))), true);
    for (const byHand of ["pointerdown", "wheel", "touchmove"]) document.addEventListener(byHand, () => (this.byKeyboard = false), { capture: true, passive: true });
    // A press beside everything gives the focus up.
    document.addEventListener("pointerdown", (event) => {
      if (!document.activeElement?.contains(event.target as Node) || document.activeElement === document.body) this.last = null;
    }, true);
    root.addEventListener("close", () => this.rescue(), true);
    window.addEventListener("focus", () => this.rescue());
    new MutationObserver(() => this.rescue()).observe(root, { subtree: true, childList: true, attributes: true, attributeFilter: ["hidden", "disabled"] });
  }

  /** After what lies above it has become another: what has the focus is on the screen still. */
  keepInSight(): void {
    if (this.byKeyboard && usable(document.activeElement)) document.activeElement?.scrollIntoView({ block: "nearest" });
  }

  private rescue(): void {
    if (!this.last || usable(this.last) || usable(document.activeElement)) return;
    const heading = this.part?.isConnected ? [...this.part.querySelectorAll<HTMLElement>("h2, h3")].find((one) => usable(one) && !one.matches(".visually-hidden")) : undefined;
    const place = heading ?? this.home;
    place.tabIndex = -1;
    place.focus({ preventScroll: !this.byKeyboard });
  }
}

function usable(element: Element | null): boolean {
  return element !== null && element !== document.body && element.isConnected && element.checkVisibility({ visibilityProperty: true }) && !element.matches(":disabled");
}
