import { writtenDay } from "@moc2030/shared/text/written-day";

/** Refuses what is no day in the field itself (`data-day` is what is said then): nothing is sent, and the page stays. */
export function checkDays(): void {
  document.addEventListener("input", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.dataset.day === undefined) return;
    const { value, dataset } = target;
    const isDay = value.trim() === "" || writtenDay(value) !== undefined;
    target.setCustomValidity(isDay ? "" : (dataset.day ?? "").replace("{text}", value));
  });
}
