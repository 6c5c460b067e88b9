import { describe, expect, test } from "vitest";
import { read, slug } from "../submissions/team.fixture.ts";
import { disambiguate, personName } from "./person.ts";
import { user } from "./schema.ts";
import { staffedApp } from "./staff.fixture.ts";

describe("a name is visible and in one script", () => {
  test.each([
    "Phạm Minh Dung",
    "Đặng Ngọc Ưu Đàm",
    "Nguyễn Văn A (Vụ Thống kê)",
    "O'Neil",
    "Jean-Luc Müller",
    "Trần B 2",
  ])("%s is one", (name) => expect(personName.parse(name.normalize("NFD"))).toBe(name.normalize("NFC")));
  test.each([
    ["Phạm Minh Dung\u200b", "U+200B at position 15"],
    ["Ph\u0430m Minh Dung", "U+0430 at position 3"],
    ["\u0391nh", "U+0391 at position 1"],
    ["Ａnh", "U+FF21 at position 1"],
    ["An\u202enimda", "U+202E at position 3"],
    ["\ud800", "U+D800"],
    ["\u200d", "U+200D"],
    ["\u00d0ặng Văn An", "U+00D0 at position 1"],
    ["\u0131an", "U+0131 at position 1"],
    ["An \u017f", "U+017F at position 4"],
    ["=An", "U+003D at position 1"],
    ["(An)", "begins with a letter"],
    ["  ", ">=1"],
    ["Lan\nHoa", "U+000A at position 4"],
  ])("%j is refused, saying why", (name, why) => {
    const read = personName.safeParse(name);
    expect(read.success ? "" : read.error.issues.map((issue) => issue.message).join()).toContain(why);
  });
});

describe("people with the same name", () => {
  const added = { email: "an@example.vn", name: "Nguyễn Văn An", role: "contributor" };
  test("cannot be created by adding or renaming, in any case, spacing or normal form", async () => {
    const server = await staffedApp();
    const boss = await server.person("administrator", "Bình");
    const add = async (person: object) => boss.post("/staff", { ...person, code: await boss.code() });
    expect((await add(added)).status).toBe(200);
    for (const name of [added.name, "NGUYỄN  VĂN AN", added.name.normalize("NFD")]) {
      const again = await add({ ...added, email: "an2@example.vn", name });
      expect([again.status, await slug(again.clone()), (await read(again)).detail]).toEqual([
        409,
        "conflict",
        expect.stringContaining("add what tells them apart"),
      ]);
    }
    const other = await read(add({ ...added, email: "an2@example.vn", name: "Nguyễn Văn An (Vụ B)" }));
    expect((await boss.patch(`/staff/${other.id}`, { name: added.name })).status).toBe(409);
    expect((await boss.patch(`/staff/${other.id}`, { name: "Nguyễn Văn An (Vụ B)" })).status).toBe(200);
    expect((await server.events()).filter((event) => String(event).startsWith("staff."))).toEqual([
      "staff.added",
      "staff.added",
      "staff.changed",
    ]);
  });
  test("from earlier versions are told apart by their email addresses in all lists", async () => {
    const server = await staffedApp();
    const boss = await server.person("administrator", "Bình");
    const now = new Date();
    for (const id of ["a", "b"])
      await server.signIn.db.orm
        .insert(user)
        .values({ id, name: "Lan", email: `lan.${id}@example.vn`, role: "reviewer", createdAt: now, updatedAt: now });
    for (const path of ["/staff", "/staff/colleagues"]) {
      const { items } = await read(boss.get(path));
      expect(items.map((p: { name: string }) => p.name)).toEqual(["Bình", "Lan (lan.a)", "Lan (lan.b)"]);
    }
  });
  test("do not change how others are listed", () =>
    expect(
      disambiguate([
        { name: "An", email: "a@x" },
        { name: "Ân", email: "b@x" },
      ]).map((p) => p.name),
    ).toEqual(["An", "Ân"]));
});
