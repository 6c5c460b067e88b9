import { figureFields } from "@moc2030/shared/figure/fields";
import { getTableColumns } from "drizzle-orm";
import { expect, test } from "vitest";
import { propertyOf } from "../db/figure-columns.ts";
import type { ItemRow, StatementRow } from "../db/work/submissions.ts";
import { submissionItem, submissionStatement } from "../db/work/submissions.ts";
import { hashContent, hashItems, hashOutcomes, hashStatement, ITEM_FIELDS } from "./content.ts";

const columns = Object.keys(getTableColumns(submissionItem));
/** Fields newer than the hash; hashed only where they have a value. */
const newer = figureFields.flatMap(({ name, since }) => (since > 1 ? [propertyOf(name)] : []));
const item = (id: number) =>
  Object.fromEntries(
    columns.map((name) => [name, name === "id" ? id : newer.includes(name as (typeof newer)[number]) ? null : name]),
  ) as unknown as ItemRow;

test("every column of a proposed figure is hashed, except its state", () => {
  expect([...ITEM_FIELDS, ...newer, "state"].sort()).toEqual([...columns].sort());
  const before = hashItems([item(1)]);
  for (const name of ITEM_FIELDS)
    for (const value of [null, "x"])
      expect([name, hashItems([{ ...item(1), [name]: value }])]).not.toEqual([name, before]);
  expect(newer).not.toEqual([]);
  for (const name of newer) expect([name, hashItems([{ ...item(1), [name]: "x" }])]).not.toEqual([name, before]);
  expect(hashItems([{ ...item(1), state: "approved" }])).toBe(before);
});
test("figures are hashed in order of id, and none can be omitted, repeated or merged", () => {
  const both = hashItems([item(1), item(2)]);
  expect(hashItems([item(2), item(1)])).toBe(both);
  for (const other of [[item(1)], [item(1), item(1)], [item(1), item(2), item(3)], []])
    expect(hashItems(other)).not.toBe(both);
  expect(hashItems([{ ...item(1), edition: "a", published: "b" }])).not.toBe(
    hashItems([{ ...item(1), edition: "ab", published: "" }]),
  );
});
test("every column of a proposed statement is hashed, and a submission's in order of id", () => {
  const names = Object.keys(getTableColumns(submissionStatement));
  const one = Object.fromEntries(names.map((name) => [name, name])) as unknown as StatementRow;
  for (const name of names)
    for (const value of [null, "x"])
      expect([name, hashStatement({ ...one, [name]: value })]).not.toEqual([name, hashStatement(one)]);
  const other = { ...one, id: "other" };
  expect(hashContent([], [one, other])).toBe(hashContent([], [other, one]));
  expect(hashContent([], [one])).not.toBe(hashContent([], [one, other]));
  expect(hashContent([item(1)], [])).toBe(hashItems([item(1)]));
});
test("the hash of a version never changes, so that audit entries stay comparable", () => {
  expect(hashItems([item(1)])).toBe("2f005d5f0831168b2134701dd4bd60a143571a2a279494248e91001b634acbd0");
  expect(
    hashOutcomes([
      { itemId: 2, outcome: "return" },
      { itemId: 1, outcome: "approve" },
    ]),
  ).toBe("f733d94265a5384a4d746e35ee6ff5926e7a9698bc8b299b62d638540a7e419d");
});
