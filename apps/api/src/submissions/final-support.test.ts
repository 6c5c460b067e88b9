import { expect, test } from "vitest";
import { gii2026, type Json, read, team } from "./team.fixture.ts";

const t = await team();
const bare = { ...gii2026, edition: null, place: null };
const submitted = (s: Json) => t.lan.post(`/submissions/${s.id}/submit`, undefined, t.at(s.version as number));
const WORDS = "WIPO chỉ công bố trên trang web, chưa có bản in";
/** A draft with the figure by one of the ways in, with or without the author's words. */
const ways: Record<string, (words: string | null) => Promise<Json>> = {
  "the form": (confirmation) => t.draft(t.lan, { ...bare, confirmation }),
  "a table": async (words) => {
    const draft = await t.draft(t.lan);
    const given = {
      ...{ numbers: "vi", published: "2026-09-16", newSource: JSON.stringify(gii2026.newSource) },
      ...(words && { confirmation: words }),
    };
    const body = "INDICATOR\tREF_AREA\tTIME_PERIOD\tOBS_VALUE\tRANK_POOL\nGII_RANK\tVNM\t2026\t42\t139";
    const headers = { ...t.at(draft.version), "content-type": "text/plain" };
    await t.lan.post(`/submissions/${draft.id}/import?${new URLSearchParams(given)}`, body, headers);
    return read(t.lan.get(`/submissions/${draft.id}`));
  },
};

test.each(Object.entries(ways))(
  "a final figure by %s says its day, edition and place, or its author why not",
  async (_, way) => {
    const draft = await way(null);
    expect((draft.items as Json[])[0]?.warnings).toEqual([
      { code: "final_unsupported", field: "obsStatus", values: { missing: "edition;place" } },
    ]);
    const refused = await read(submitted(draft));
    expect(refused.errors).toEqual([{ pointer: "/items/0/obsStatus", detail: "final_unsupported: confirm in words" }]);
    expect((await submitted(await way(WORDS))).status).toBe(200);
  },
);
