import { getByRole } from "@testing-library/react";
import { expect, test } from "vitest";
import { aTarget, aVerbatim } from "../../words/data.fixture.ts";
import { aRequest, open } from "../document.fixture.ts";

const nothing = Object.fromEntries(
  ["/compilers", "/indicators", "/targets/track-record"].map((path) => [path, { items: [] }]),
);
const sourced = async (...targets: object[]) => {
  const documents = [{ id: "D2289", strategy: true }];
  const answers = { ...nothing, "/documents": { items: documents }, "/targets": { items: targets } };
  const { page } = await open("/about", aRequest("/about?lang=en", answers));
  return getByRole(page.body, "region", { name: "What “sourced” means" }).textContent;
};

test("how far the targets have been checked against the signed text is said as it stands", async () => {
  const [quoted, read] = [aTarget({ id: "A" }), aTarget({ id: "B", verbatim: aVerbatim })];
  const elsewhere = aTarget({ id: "C", document: "D749", verbatim: aVerbatim });
  expect(await sourced(quoted, elsewhere)).toContain("has not been read");
  expect(await sourced(quoted, read, elsewhere)).toContain("1 of 2 targets have been checked");
  expect(await sourced(read, { ...read, id: "A" })).toContain("The words of all 2 targets have been checked");
});
