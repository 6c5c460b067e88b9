import { expect, test, vi } from "vitest";
import { HEAD, seededDb } from "../app.fixture.ts";
import { transaction } from "../db/database.ts";
import { appendAudit, SYSTEM } from "./chain.ts";
import { logHeadDaily } from "./daily-head.ts";

test("the audit head is logged at once and once on each new day in Viet Nam", async () => {
  const db = await seededDb();
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  let now = new Date("2026-11-21T05:00:00Z");
  const heads: { id: number; hash: string }[] = [];
  const job = logHeadDaily(
    db,
    () => now,
    (head) => heads.push(head),
    (error) => {
      throw error;
    },
  );
  const hours = async (n: number) => {
    for (let hour = 0; hour < n; hour++) {
      now = new Date(now.getTime() + 3_600_000);
      await vi.advanceTimersByTimeAsync(3_600_000);
    }
  };
  try {
    await vi.waitFor(() => expect(heads).toHaveLength(1));
    expect(heads).toMatchObject([{ id: HEAD, hash: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    // 23:00 in Ha Noi, then midnight.
    await hours(11);
    expect(heads).toHaveLength(1);
    const hash = await transaction(db, (tx) =>
      appendAudit(tx, { at: now.toISOString(), actor: SYSTEM, action: "session.ended", subject: "staff x" }),
    );
    await hours(1);
    expect(heads.slice(1)).toEqual([{ id: HEAD + 1, hash }]);
    await hours(48);
    expect(heads).toHaveLength(4);
    job.stop();
    await hours(48);
    expect(heads).toHaveLength(4);
  } finally {
    vi.useRealTimers();
  }
});
