import { describe, expect, test } from "vitest";
import { NOW } from "../app.fixture.ts";
import { rowsAfter } from "../audit/checks/chain.ts";
import { findHead } from "../audit/daily-head.ts";
import { openReadOnly } from "./open-read-only.ts";
import { copyOf, workedOn } from "./tamper.fixture.ts";
import { KINDS } from "./tampering-kinds.fixture.ts";
import { findFaults } from "./verify.ts";

const file = await workedOn();
const looked = async (file: string, kept?: string) => {
  const places = await openReadOnly(file, NOW);
  try {
    const head = kept ?? (await findHead(places.db))?.hash ?? "";
    return { faults: await findFaults(places), head, after: await rowsAfter(places.db, head) };
  } finally {
    await places.close();
  }
};
const { head, ...untouched } = await looked(file);

describe("tampering with triggers restored is detected: 21 of 21 kinds", () => {
  test("an untouched database verifies", () => {
    expect(untouched).toEqual({ faults: [], after: 0 });
    expect(new Set(KINDS.map(([kind]) => kind.split(" ")[0])).size).toBe(21);
  });
  test.each(KINDS)("%s", async (_, change, said) => {
    const copy = copyOf(file);
    await change(copy);
    const { faults, after } = await looked(copy, head);
    if (said === "head") expect([faults, after]).toEqual([[], null]);
    else expect(faults.join("\n")).toMatch(new RegExp(said.source, "m"));
  });
});
