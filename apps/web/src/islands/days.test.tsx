import { beforeEach, expect, test } from "vitest";
import { checkDays } from "./days.ts";

checkDays();
beforeEach(() => {
  document.body.innerHTML = '<form><input name="asOf" data-day="No day “{text}”"><input name="other"></form>';
});

function type(name: string, value: string) {
  const field = document.querySelector<HTMLInputElement>(`[name=${name}]`) as HTMLInputElement;
  field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  return [field.form?.checkValidity(), field.validationMessage];
}

test.each(["16/9/2025", "06/01/2025", "2025-01-06", " 1/2/2025 ", ""])("%j is sent", (value) =>
  expect(type("asOf", value)).toEqual([true, ""]),
);

test("what is no day is not, and the field says so; once it is one, it is sent", () => {
  expect(type("asOf", "31/2/2025")).toEqual([false, "No day “31/2/2025”"]);
  expect(type("asOf", "28/2/2025")).toEqual([true, ""]);
  expect(type("other", "31/2/2025")).toEqual([true, ""]);
});
