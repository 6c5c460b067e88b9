import { describe, expect, test } from "vitest";
import { NOW } from "../app.fixture.ts";
import { rowsAfter } from "../audit/checks/chain.ts";
import { findAuditHead } from "../audit/daily-head.ts";
import { openReadOnly } from "./open-read-only.ts";
import { copyOf, usedDatabase } from "./tamper.fixture.ts";
import { TAMPERING_KINDS } from "./tampering-kinds.fixture.ts";
import { findFaults } from "./verify.ts";

const file = await usedDatabase();
const verifyFile = async (file: string, keptHead?: string) => {
  const places = await openReadOnly(file, NOW);
  try {
    const head = keptHead ?? (await findAuditHead(places.db))?.hash ?? "";
    return { faults: await findFaults(places), head, after: await rowsAfter(places.db, head) };
  } finally {
    await places.close();
  }
};
const { head, ...untouched } = await verifyFile(file);

describe("tampering with triggers restored is detected: 25 of 25 kinds", () => {
  test("an untouched database verifies", () => {
    expect(untouched).toEqual({ faults: [], after: 0 });
    expect(new Set(TAMPERING_KINDS.map(([kind]) => kind.split(" ")[0])).size).toBe(25);
  });
  test.each(TAMPERING_KINDS)("%s", async (_, change, report) => {
    const copy = copyOf(file);
    await change(copy);
    const { faults, after } = await verifyFile(copy, head);
    if (report === "head") expect([faults, after]).toEqual([[], null]);
    else expect(faults.join("\n")).toMatch(new RegExp(report.source, "m"));
  });
});
