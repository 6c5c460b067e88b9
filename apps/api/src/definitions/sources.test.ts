import { expect, test } from "vitest";
import { testApp } from "../app.fixture.ts";
import { builtDb } from "../seed/data.fixture.ts";

const source = (id: string) => ({ id, title: `Báo cáo ${id}`, publisher: "WIPO", kind: "publication", date: "2025" });
const define = { source: ["GII-1", "5G-2"].map((id) => ({ ...source(id), url: null, note: null })) };
const { json } = await testApp({ db: await builtDb({ at: "2024-01-01", define } as never) });
const listed = async (query: string) => (await json(`/sources${query}`)).items.map(({ id }: { id: string }) => id);

test("sources are listed whole, or those that are asked for; an id that nobody knows names none", async () => {
  expect((await listed("")).sort()).toEqual(["5G-2", "GII-1", "S"]);
  expect((await listed("?id=S,GII-1,NOBODY")).sort()).toEqual(["GII-1", "S"]);
  expect(await listed("?id=NOBODY")).toEqual([]);
});
