import { getAllByRole, getByRole } from "@testing-library/react";
import { expect, test } from "vitest";
import { anchorOf, TERMS } from "../../document/term.tsx";
import { aRequest, open } from "../document.fixture.ts";

const nothing = Object.fromEntries(
  ["/compilers", "/indicators", "/targets/track-record", "/documents", "/targets"].map((path) => [path, { items: [] }]),
);
const about = async (lang: string) => (await open("/about", aRequest(`/about${lang}`, nothing))).page;

test.each([
  ["", "Thuật ngữ", "Năm bắt đầu tính tiến độ"],
  ["?lang=en", "Glossary", "The year from which progress is counted"],
])("every term is told in the glossary, each at an address of its own (%s)", async (lang, title, said) => {
  const page = await about(lang);
  const glossary = getByRole(page.body, "region", { name: title });
  const [terms, meanings] = (["term", "definition"] as const).map((role) => getAllByRole(glossary, role));
  expect([terms?.length, meanings?.length]).toEqual([TERMS.length, TERMS.length]);
  expect(TERMS.filter((term) => page.getElementById(anchorOf(term)) === null)).toEqual([]);
  expect(page.getElementById("term-baseYear")?.textContent).toContain(said);
});
