import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { followReleases } from "./live-stream.ts";

let visibility: DocumentVisibilityState = "visible";
Object.defineProperty(document, "visibilityState", { get: () => visibility });
function turn(next: DocumentVisibilityState) {
  visibility = next;
  document.dispatchEvent(new Event("visibilitychange"));
}
beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  visibility = "visible";
});

test("a browser that cannot share a stream opens none; its page reads again each time it comes back into sight", () => {
  expect(navigator.locks).toBeUndefined();
  const heard: (number | null)[] = [];
  const stop = followReleases({ known: () => 62, onRelease: (release) => heard.push(release) });
  vi.runAllTimers();
  expect(heard).toEqual([]);
  turn("hidden");
  expect(heard).toEqual([]);
  turn("visible");
  expect(heard).toEqual([null]);
  turn("hidden");
  turn("visible");
  expect(heard).toEqual([null, null]);
  stop();
  turn("hidden");
  turn("visible");
  expect(heard).toEqual([null, null]);
});

test("a page that is left before it has settled follows nothing", () => {
  const heard: (number | null)[] = [];
  followReleases({ known: () => 62, onRelease: (release) => heard.push(release) })();
  vi.runAllTimers();
  turn("hidden");
  turn("visible");
  expect(heard).toEqual([]);
});
