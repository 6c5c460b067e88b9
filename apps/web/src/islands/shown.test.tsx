import { afterEach, expect, test, vi } from "vitest";
import { whenShown } from "./shown.ts";

afterEach(() => Reflect.deleteProperty(document, "prerendering"));

test("what waits for the page to be shown runs at once on a page that is, and once on one that is prerendered", () => {
  const run = vi.fn();
  whenShown(run);
  expect(run).toHaveBeenCalledTimes(1);
  Object.defineProperty(document, "prerendering", { value: true, configurable: true });
  whenShown(run);
  expect(run).toHaveBeenCalledTimes(1);
  for (const _ of [1, 2]) document.dispatchEvent(new Event("prerenderingchange"));
  expect(run).toHaveBeenCalledTimes(2);
});
