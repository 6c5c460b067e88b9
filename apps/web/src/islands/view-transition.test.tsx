import { expect, test } from "vitest";
import { ignoreSkippedTransitions } from "./view-transition.ts";

const isForgiven = (reason: unknown) =>
  !dispatchEvent(Object.assign(new Event("unhandledrejection", { cancelable: true }), { reason }));

test("a transition that the browser calls off is no error, anything else stays one", () => {
  ignoreSkippedTransitions();
  const aborted = "Transition was aborted because of invalid state. Page already revealed";
  expect(isForgiven(new DOMException(aborted, "InvalidStateError"))).toBe(true);
  expect(isForgiven(new DOMException("Transition was skipped", "AbortError"))).toBe(true);
  expect(isForgiven(new Error("x is undefined"))).toBe(false);
  expect(isForgiven(undefined)).toBe(false);
});
