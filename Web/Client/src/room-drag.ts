const over = "room-over";

/** Lets people be dragged with a mouse from one table of a plan to another, or onto somebody there. Fingers and keys go by the buttons. */
export function onDrag(plan: HTMLElement, drop: (number: number, table: number, onto: number | null) => void): void {
  let dragged: HTMLElement | null = null;

  plan.addEventListener("dragstart", (event) => {
    dragged = (event.target as HTMLElement).closest<HTMLElement>("[data-seat]");
    if (!dragged || !event.dataTransfer) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged.textContent ?? "");
  });
  plan.addEventListener("dragover", (event) => {
    const target = targetOf(event);
    mark(plan, target);
    if (target) event.preventDefault();
  });
  plan.addEventListener("dragleave", (event) => {
    if (!plan.contains(event.relatedTarget as Node | null)) mark(plan, null);
  });
  plan.addEventListener("drop", (event) => {
    const target = targetOf(event);
    if (!target || !dragged) return;
    event.preventDefault();
    const onto = target.dataset["seat"];
    drop(Number(dragged.dataset["seat"]), Number(tableOf(target)?.dataset["key"]), onto === undefined ? null : Number(onto));
  });
  plan.addEventListener("dragend", () => {
    dragged = null;
    mark(plan, null);
  });

  /** Somebody at another table, or that table. */
  function targetOf(event: DragEvent): HTMLElement | null {
    const table = tableOf(event.target as HTMLElement);
    if (!dragged || !table || table.contains(dragged)) return null;
    return (event.target as HTMLElement).closest<HTMLElement>("[data-seat]") ?? table;
  }
}

function tableOf(element: HTMLElement): HTMLElement | null {
  return element.closest<HTMLElement>("[data-key]");
}

function mark(plan: HTMLElement, target: HTMLElement | null): void {
  for (const marked of plan.querySelectorAll(`.${over}`)) if (marked !== target) marked.classList.remove(over);
  target?.classList.add(over);
}
