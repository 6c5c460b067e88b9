/** What a reader has made of a page: parts opened or closed by hand, and what has the keyboard, by their places. */
export type PageState = { parts: Record<string, boolean>; focus: string | null };

const PARTS = "main details";
const FOCUSABLE = "a[href], button, input:not([type=hidden]), select, textarea, summary";

/** The part of the page that an element is in, by a name that is the same in every language and release. */
function partOf(element: Element): string {
  const part = element.parentElement?.closest("[id], [aria-labelledby]");
  return part?.id || part?.getAttribute("aria-labelledby") || "";
}

/** The elements of a kind by their ids, or by their place among as many of their part of the page. */
export function byPlace<T extends Element>(selector: string): Map<string, T> {
  const parts = new Map<string, T[]>();
  for (const element of document.querySelectorAll<T>(selector)) {
    const part = partOf(element);
    parts.set(part, [...(parts.get(part) ?? []), element]);
  }
  const places = [...parts].flatMap(([part, all]) =>
    all.map((element, i) => [element.id || `${part}: ${i} of ${all.length}`, element] as const),
  );
  return new Map(places);
}

export function readState(): PageState {
  const parts = [...byPlace<HTMLDetailsElement>(PARTS)].filter(([, { dataset }]) => dataset.toggled !== undefined);
  const focus = [...byPlace(FOCUSABLE)].find(([, element]) => element === document.activeElement);
  return { parts: Object.fromEntries(parts.map(([place, { open }]) => [place, open])), focus: focus?.[0] ?? null };
}

export function applyState({ parts, focus }: PageState): void {
  for (const [place, part] of byPlace<HTMLDetailsElement>(PARTS)) {
    if (parts[place] === undefined) continue;
    part.open = parts[place];
    part.dataset.toggled = "";
  }
  if (focus !== null) byPlace<HTMLElement>(FOCUSABLE).get(focus)?.focus({ preventScroll: true });
}

/** Marks the parts that a reader opens or closes: those that the server drew open are not theirs. */
export function markToggled(): void {
  document.addEventListener("click", ({ target }) => {
    const part = target instanceof Element ? target.closest("summary")?.parentElement : null;
    if (part) part.dataset.toggled = "";
  });
}
