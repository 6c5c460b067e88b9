import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { catalogue } from "./catalogue.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("a language is fetched once, and adds to its base", async () => {
  const fetched = vi.fn(async () => ({ default: { own: "of the page" } }));
  const first = catalogue({
    vi: async () => ({ default: { shared: "of all" } }),
    en: () => Promise.reject(new Error()),
  });
  const page = catalogue({ vi: fetched, en: fetched }, first.of);
  const [one, two] = await Promise.all([page.of("vi"), page.of("vi")]);
  expect([one === two, fetched.mock.calls.length]).toEqual([true, 1]);
  expect([one._("own"), one._("shared")]).toEqual(["of the page", "of all"]);
});

test("a failure stays one for whoever draws it, and the texts are fetched anew a second later", async () => {
  const fetched = vi.fn(async () => ({ default: { a: "b" } }));
  fetched.mockRejectedValueOnce(new Error("offline"));
  const texts = catalogue({ vi: fetched, en: fetched });
  await expect(texts.of("vi")).rejects.toThrow("offline");
  await expect(texts.of("vi")).rejects.toThrow("offline");
  expect(fetched).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1000);
  expect((await texts.of("vi"))._("a")).toBe("b");
});
