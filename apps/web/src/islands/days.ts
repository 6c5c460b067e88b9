import { writtenDay } from "@moc2030/shared/text/written-day";

/** Validates day fields with `data-day`, the error message, so that a form with an invalid day is not submitted. */
export function checkDays(): void {
  document.addEventListener("input", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.dataset.day === undefined) return;
    const { value, dataset } = target;
    const isDay = value.trim() === "" || writtenDay(value) !== undefined;
    target.setCustomValidity(isDay ? "" : (dataset.day ?? "").replace("{text}", value));
  });
}
