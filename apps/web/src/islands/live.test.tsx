import { getByText, queryByText } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startLive } from "./live.ts";

/** The HTML of a page at a release; null for a past day. */
const drawn = (release: number | null, text: string) =>
  `<main ${release ? `data-release="${release}"` : ""}>${text}</main><p hidden data-new-release="New: {id}"></p>`;

let visibility: DocumentVisibilityState = "visible";
Object.defineProperty(document, "visibilityState", { get: () => visibility });
window.scrollTo = () => {};
let answer: () => Promise<Response>;
const asked = vi.fn(() => answer());
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("fetch", asked);
  asked.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/**
 * Opens a page, hides it and shows it again, upon which it reloads where tabs cannot share a stream (live-stream.ts).
 */
async function open(html: string, next: () => Promise<Response>) {
  answer = next;
  document.body.innerHTML = html;
  startLive();
  await vi.advanceTimersByTimeAsync(2_000);
  for (visibility of ["hidden", "visible"] as const) document.dispatchEvent(new Event("visibilitychange"));
  await vi.advanceTimersByTimeAsync(0);
}
const note = () => document.querySelector<HTMLElement>("[data-new-release]") as HTMLElement;

test("a page of a past day asks for nothing", async () => {
  await open(drawn(null, "44"), async () => new Response(drawn(63, "45")));
  expect(asked).not.toHaveBeenCalled();
  getByText(document.body, "44");
});

test("new figures stand in the place of the old ones, and a note says for a while of which release they are", async () => {
  await open(drawn(62, "44"), async () => new Response(drawn(63, "45")));
  getByText(document.body, "45");
  expect([note().hidden, note().textContent]).toEqual([false, "New: 63"]);
  await vi.advanceTimersByTimeAsync(8_000);
  expect(note().hidden).toBe(true);
});

test.each([
  ["there is no newer release", async () => new Response(drawn(62, "45"))],
  ["the server refuses", async () => new Response(drawn(63, "45"), { status: 503 })],
  ["the network is gone", () => Promise.reject(new TypeError("network"))],
])("where %s the page stays as it is", async (_, next) => {
  await open(drawn(62, "44"), next);
  expect(asked).toHaveBeenCalled();
  getByText(document.body, "44");
  expect(queryByText(document.body, "45")).toBeNull();
  expect(note().hidden).toBe(true);
});

test("a page that a cache gives as it was is asked for again until it has the release, three times at most", async () => {
  let publish = (_release: number) => {};
  vi.stubGlobal(
    "EventSource",
    class {
      addEventListener(type: string, hear: (event: { data: string }) => void) {
        if (type === "release") publish = (release) => hear({ data: JSON.stringify({ release }) });
      }
      close() {}
    },
  );
  vi.stubGlobal(
    "BroadcastChannel",
    class {
      postMessage() {}
      close() {}
    },
  );
  const locks = { request: (_name: string, _options: object, lead: () => Promise<void>) => lead() };
  Object.defineProperty(navigator, "locks", { value: locks, configurable: true });
  try {
    const old = async () => new Response(drawn(62, "44"));
    await open(drawn(62, "44"), old);
    publish(63);
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toHaveBeenCalledExactlyOnceWith(location.href, { cache: "no-cache" });
    getByText(document.body, "44");
    answer = async () => new Response(drawn(63, "45"));
    await vi.advanceTimersByTimeAsync(5_000);
    getByText(document.body, "45");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveBeenCalledTimes(2);
    answer = old;
    publish(64);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveBeenCalledTimes(5);
  } finally {
    Reflect.deleteProperty(navigator, "locks");
  }
});
