import { expect, test } from "vitest";
import en from "./src/text/en.json" with { type: "json" };
import staffEn from "./src/text/staff.en.json" with { type: "json" };
import staffVi from "./src/text/staff.vi.json" with { type: "json" };
import vi from "./src/text/vi.json" with { type: "json" };
import { asModules, faultsOfTexts, textsNamed } from "./text-plugin.ts";

test("both languages have every text", () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
  expect(Object.keys(staffEn).sort()).toEqual(Object.keys(staffVi).sort());
});

test("a text that one language lacks ends the build, by name", () => {
  expect(faultsOfTexts({ a: "A", b: "B" }, { a: "A" })).toEqual(['en.json has no text for "b"']);
  expect(faultsOfTexts({ a: " " }, { a: "A" })).toEqual(['vi.json has no text for "a"']);
});

test("no text is in two catalogues", () => {
  const ids = [vi, staffVi].flatMap((texts) => Object.keys(texts));
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
});

test("a text that does not compile ends the build, by name", () => {
  expect(faultsOfTexts({ a: "{n, plural, one {" }, { a: "A" }).join()).toContain('vi.json: "a" does not compile');
});

test("a browser asks for texts as the modules that they are served as", () => {
  const code = 'const texts = { vi: () => import("./vi.json", { with: { type: "json" } }) };';
  expect(asModules(code)).toBe('const texts = { vi: () => import("./vi.json") };');
});

test("a build has the texts that its modules name, whole or by how they begin, and no others", () => {
  const ids = ["tab.chart", "tab.table", "compare.title", "compare.titleFirst", "data.title", "and"];
  const named = (...codes: string[]) => Object.keys(textsNamed(Object.fromEntries(ids.map((id) => [id, id])), codes));
  expect(named('say("compare.title")', `say(\`tab.\${name}\`)`)).toEqual(["tab.chart", "tab.table", "compare.title"]);
  expect(named("say(isFirst?'compare.titleFirst':`data.title`)")).toEqual(["compare.titleFirst", "data.title"]);
  expect(named('["one two"in"and"]')).toEqual(["and"]);
  expect(named("and(data.title, tab.chart)")).toEqual([]);
});
