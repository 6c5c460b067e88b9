import { describe, expect, test } from "vitest";
import { gii2026, read, team } from "./team.fixture.ts";

const t = await team();

/** The findings for a figure in a draft, and whether it can be submitted. */
async function proposed(figure: object) {
  const draft = await t.draft(t.lan, { ...gii2026, ...figure });
  const { items } = await read(t.lan.get(`/submissions/${draft.id}`));
  const submitted = await t.lan.post(`/submissions/${draft.id}/submit`, undefined, t.at(draft.version));
  return { errors: items[0].errors, status: submitted.status };
}

describe("the API rejects the same figures as a table import", () => {
  test.each([
    [
      "a rank with an ambiguous thousands separator",
      { value: "1.000" },
      { code: "ambiguous_number", field: "value", values: { typed: "1.000", example: "1000", other: "1" } },
    ],
    [
      "a repeated status",
      { obsStatus: ["P", "P"] },
      { code: "repeated_status", field: "obsStatus", values: { codes: "P;P" } },
    ],
    [
      "an implausibly early publication date",
      { published: "0001-01-01" },
      { code: "early_date", field: "published", values: { date: "0001-01-01" } },
    ],
  ])("%s", async (_, figure, error) => expect(await proposed(figure)).toEqual({ errors: [error], status: 422 }));
});
