import { expect, test } from "vitest";
import { valuesOf } from "./form-state.ts";
import { typedSource } from "./new-source.ts";
import { lackOf, rowInputs } from "./start-state.ts";

const empty = valuesOf(null, "vi");
const gii = (refArea: string) =>
  ({
    indicator: "GII_RANK",
    compiler: "WIPO",
    refArea,
    timePeriod: 2026,
    valueKind: "rank",
    edition: "GII 2026",
    wanted: "figure",
  }) as const;
const newSource = { ...typedSource(null, "primary"), title: "Global Innovation Index 2026", publisher: "WIPO" };
const values = {
  ...empty,
  isNewSource: true,
  newSource,
  published: "29/9/2026",
  place: "Bảng 1",
  evidence: ["a".repeat(64)],
};

test("every row of a draft has the source, day and copy that were given once, and no figure", () => {
  const rows = rowInputs(values, [gii("VNM"), gii("THA")], "vi");
  expect(rows.map(({ refArea }) => refArea)).toEqual(["VNM", "THA"]);
  for (const row of rows) {
    expect(row).toMatchObject({
      ...{ indicator: "GII_RANK", compiler: "WIPO", timePeriod: 2026, kind: "enter", value: null, obsStatus: ["A"] },
      ...{ edition: "GII 2026", published: "2026-09-29", place: "Bảng 1", evidence: values.evidence, reason: null },
      newSource: { title: "Global Innovation Index 2026", publisher: "WIPO" },
    });
    expect(row).not.toHaveProperty("baseRelease");
  }
});

test("a final figure in place of a published one says why, and an edition that was typed counts for all rows", () => {
  const [row] = rowInputs({ ...values, edition: "GII 2026 (sửa)" }, [{ ...gii("VNM"), wanted: "final" }], "vi");
  expect(row).toMatchObject({ reason: "publisher_revision", edition: "GII 2026 (sửa)" });
});

test("how many were ranked is given once for all ranks, and for no score", () => {
  const score = { ...gii("VNM"), indicator: "GII_SCORE", valueKind: "index" } as const;
  const rows = rowInputs({ ...values, rankPool: " 139 " }, [gii("VNM"), score, gii("THA")], "vi");
  expect(rows.map(({ rankPool }) => rankPool)).toEqual([139, null, 139]);
  for (const wrong of ["khoảng 139", "139,5", "0", "12345"])
    expect(lackOf({ ...values, rankPool: wrong })).toMatchObject({ field: "rankPool", values: { value: wrong } });
});

test("half a source is asked for, none at all is not", () => {
  expect(lackOf(empty)).toBeNull();
  expect(lackOf(values)).toBeNull();
  expect(lackOf({ ...values, newSource: { ...newSource, publisher: " " } })?.text).toBe("start.sourceMissing");
  const letter = { ...typedSource(null, "official_letter"), publisher: "Bộ", number: "12/B" };
  expect(lackOf({ ...values, newSource: letter })?.text).toBe("finding.letter_incomplete");
  expect(lackOf({ ...values, newSource: { ...letter, date: "05/11/2026" } })).toBeNull();
});
