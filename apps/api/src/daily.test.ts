import { expect, test, vi } from "vitest";
import { daily } from "./daily.ts";

test("what failed, or had nothing to do it with yet, is tried again within the hour, and what is done on the next day", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  let now = new Date("2026-11-21T05:00:00Z");
  const outcomes = [() => false, () => Promise.reject(new Error("disk full")), () => true, () => true];
  const runs: string[] = [];
  const failures: unknown[] = [];
  const job = daily(
    () => now,
    async () => {
      runs.push(now.toISOString());
      return outcomes[runs.length - 1]?.() ?? true;
    },
    (error) => failures.push(error),
  );
  try {
    for (let hour = 0; hour < 13; hour++) {
      now = new Date(now.getTime() + 3_600_000);
      await vi.advanceTimersByTimeAsync(3_600_000);
    }
    expect(runs.map((at) => at.slice(0, 13))).toEqual([
      "2026-11-21T05",
      "2026-11-21T06",
      "2026-11-21T07",
      "2026-11-21T17",
    ]);
    expect(failures).toEqual([new Error("disk full")]);
  } finally {
    job.stop();
    vi.useRealTimers();
  }
});
