import { completeAddresses } from "./origin.ts";
import { applyState, byPlace, readState, scrollBack } from "./page-state.ts";

const FIELDS = "main :is(input, select, textarea)";
type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const isTicked = (field: Field): field is HTMLInputElement =>
  field instanceof HTMLInputElement && /^(checkbox|radio)$/.test(field.type);

function copyAnswer(from: Field, to: Field): void {
  if (isTicked(from) && isTicked(to)) to.checked = from.checked;
  else to.value = from.value;
}

/** Puts the main part of another document in the place of the page's. What its reader has opened, typed and reached stays. */
export function exchangeMain(next: Document): void {
  const main = document.querySelector("main");
  const newer = next.querySelector("main");
  if (!main || !newer) return;
  const state = readState();
  const typed = [...byPlace<Field>(FIELDS)].filter(([, field]) => field.dataset.typed !== undefined);
  completeAddresses(newer);
  main.replaceWith(document.adoptNode(newer));
  document.title = next.title;
  const fields = byPlace<Field>(FIELDS);
  for (const [place, old] of typed) {
    const field = fields.get(place);
    if (!field) continue;
    copyAnswer(old, field);
    field.dataset.typed = "";
  }
  applyState(state);
  scrollBack(state);
}

/** Marks the fields that a reader has filled in. */
export function markTyped(): void {
  document.addEventListener("input", ({ target }) => {
    if (target instanceof HTMLElement) target.dataset.typed = "";
  });
}
