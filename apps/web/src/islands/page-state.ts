/** The reader's state of a page, keyed so that it applies in any language and release. */
export type PageState = {
  /** `<details>` toggled by the reader. */
  parts: Record<string, boolean>;
  /** Query of the page when the form was filled in; `typed` has the unsent values, or whether a checkbox is checked. */
  search: string;
  typed: Record<string, string | boolean>;
  /** The focused element. */
  focus: string | null;
  /** Scroll position: offset, and an anchor text or section with its distance from the top. */
  y: number;
  inSight: { place: string; top: number }[];
};

const PARTS = "main details";
const FOCUSABLE = "a[href], button, input:not([type=hidden]), select, textarea, summary";
/** Fields of GET forms only: input of staff forms, on pages with this script, must not be stored. */
const FIELDS = "main form[method=get] :is(input, select, textarea)[name]:not([type=hidden])";
const TEXTS = "main :is(h1, h2, h3, h4, p, li, tr, summary)";

/** The section that contains an element. */
function partOf(element: Element): string {
  const part = element.parentElement?.closest("[id], [aria-labelledby]");
  return part?.id || part?.getAttribute("aria-labelledby") || "";
}

/** Elements by id, or by index within their section if both versions have equally many. */
export function byPlace<T extends Element>(selector: string): Map<string, T> {
  const parts = new Map<string, T[]>();
  for (const element of document.querySelectorAll<T>(selector)) {
    const part = partOf(element);
    const all = parts.get(part);
    if (all) all.push(element);
    else parts.set(part, [element]);
  }
  const places = [...parts].flatMap(([part, all]) =>
    all.map((element, i) => [element.id || `${part}: ${i} of ${all.length}`, element] as const),
  );
  return new Map(places);
}

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
const isTick = (field: Field): field is HTMLInputElement => /^(checkbox|radio)$/.test(field.type);

/** The fields of GET forms by name, and by value for checkboxes. */
const fields = () =>
  [...document.querySelectorAll<Field>(FIELDS)].map(
    (field) => [isTick(field) ? `${field.name}=${field.value}` : field.name, field] as const,
  );

const topOf = (element: Element) => element.getBoundingClientRect().top;

function readInSight(): PageState["inSight"] {
  if (scrollY === 0) return [];
  const shown = [...byPlace(TEXTS)].filter(([, text]) => text.checkVisibility());
  const [first] = shown
    .map(([place, text]) => ({ place, text, top: topOf(text) }))
    .filter(({ top }) => top >= 0 && top < innerHeight)
    .sort((a, b) => a.top - b.top);
  if (!first) return [];
  const part = document.getElementById(partOf(first.text));
  return [first, ...(part ? [{ place: part.id, top: topOf(part) }] : [])].map(({ place, top }) => ({ place, top }));
}

export function readState(): PageState {
  const parts = [...byPlace<HTMLDetailsElement>(PARTS)].filter(([, { dataset }]) => dataset.toggled !== undefined);
  const focus = [...byPlace(FOCUSABLE)].find(([, element]) => element === document.activeElement);
  return {
    parts: Object.fromEntries(parts.map(([place, { open }]) => [place, open])),
    search: location.search,
    typed: Object.fromEntries(
      fields()
        .filter(([, { dataset }]) => dataset.typed !== undefined)
        .map(([name, field]) => [name, isTick(field) ? field.checked : field.value]),
    ),
    focus: focus?.[0] ?? null,
    y: scrollY,
    inSight: readInSight(),
  };
}

export function applyState({ parts, search = "", typed = {}, focus }: PageState): void {
  const [then, now] = [new URLSearchParams(search), new URLSearchParams(location.search)];
  for (const [name, field] of fields()) {
    const value = typed[name];
    // Skips parameters that changed in the URL: the value was submitted or chosen elsewhere.
    if (value === undefined || then.get(field.name) !== now.get(field.name)) continue;
    const before = field.value;
    if (isTick(field)) field.checked = value === true;
    else field.value = String(value);
    // If the stored option no longer exists, the current one stays.
    if (field.value === "") field.value = value === "" ? "" : before;
    field.dataset.typed = "";
  }
  for (const [place, part] of byPlace<HTMLDetailsElement>(PARTS)) {
    if (parts[place] === undefined) continue;
    part.open = parts[place];
    part.dataset.toggled = "";
  }
  if (focus !== null) byPlace<HTMLElement>(FOCUSABLE).get(focus)?.focus({ preventScroll: true });
}

/** Restores the scroll position by its anchor, since offsets differ between languages. */
export function scrollBack({ y, inSight }: PageState): void {
  const texts = byPlace(TEXTS);
  const [there] = inSight.flatMap(({ place, top }) => {
    const text = texts.get(place) ?? document.getElementById(place);
    return text?.checkVisibility() ? [topOf(text) - top] : [];
  });
  scrollTo({ top: there === undefined ? y : scrollY + there, behavior: "instant" });
}

/** Marks fields that the reader edits with `data-typed`. */
export function markTyped(): void {
  document.addEventListener("input", ({ target }) => {
    if (target instanceof HTMLElement) target.dataset.typed = "";
  });
}

/** Marks `<details>` that the reader toggles, as opposed to those the server rendered open. */
export function markToggled(): void {
  document.addEventListener("click", ({ target }) => {
    const part = target instanceof Element ? target.closest("summary")?.parentElement : null;
    if (part) part.dataset.toggled = "";
  });
}
