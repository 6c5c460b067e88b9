import { matching, type Named } from "../text/fold.ts";

type Item = Named & { row: HTMLElement; box: HTMLInputElement };

function itemsOf(list: HTMLElement): Item[] {
  return [...list.querySelectorAll<HTMLElement>("li")].flatMap((row) => {
    const box = row.querySelector("input");
    return box
      ? [{ row, box, value: box.value, label: row.textContent.trim(), also: row.dataset.also?.split("|") ?? [] }]
      : [];
  });
}

const isField = (target: EventTarget | null): target is HTMLInputElement =>
  target instanceof HTMLInputElement && target.dataset.find !== undefined;

/** The items of a list, and those that match the field's text, best first. */
function found(field: HTMLInputElement): { all: Item[]; named: Item[] } {
  const list = document.getElementById(field.dataset.find ?? "");
  const all = list ? itemsOf(list) : [];
  return { all, named: matching(all, field.value) };
}

/** Filters a list of checkboxes by a field with `data-find`; Enter checks the best match and submits. */
export function startFinding(): void {
  document.addEventListener("input", ({ target }) => {
    if (!isField(target)) return;
    const { all, named } = found(target);
    const shown = new Set(named);
    for (const item of all) item.row.hidden = !shown.has(item);
    const status = document.getElementById(target.getAttribute("aria-describedby") ?? "");
    if (!status) return;
    const count = named.length > 0 ? `${named.length}/${all.length}` : (status.dataset.none ?? "");
    status.textContent = target.value ? count : "";
  });
  document.addEventListener("keydown", (event) => {
    const { target, key } = event;
    if (key !== "Enter" || !isField(target) || target.value === "" || event.isComposing) return;
    const [best] = found(target).named;
    if (best) best.box.checked = true;
    else event.preventDefault();
  });
}
