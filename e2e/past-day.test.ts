import { expect, test } from "vitest";
import { origin } from "./browser.ts";

type Listed = { items: { id: string; code: string; date: string | null; title: string; url: string | null }[] };
const ON = "2024-12-31";

const listed = async (path: string) => ((await (await fetch(`${origin()}/api/v1${path}`)).json()) as Listed).items;

test("no page of a past day cites a source of a later day, names a document that had not been issued, or calls that day now", async () => {
  const later = (await listed("/sources")).filter(({ date }) => date !== null && date > ON.slice(0, date.length));
  expect(later.length).toBeGreaterThan(20);
  const [indicators, targets, bodies] = await Promise.all(
    ["/indicators", `/targets?asOf=${ON}`, "/bodies"].map(listed),
  );
  const paths = [
    ...["/strategy", "/bodies", "/compare", "/report", "/search?q=b%E1%BB%99"],
    ...(indicators ?? []).map(({ code }) => `/indicators/${code}`),
    ...(targets ?? []).map(({ id }) => `/targets/${id}`),
    ...(bodies ?? []).map(({ id }) => `/bodies/${id}`),
  ];
  expect(paths.length).toBeGreaterThan(80);
  for (const path of paths)
    for (const lang of ["", "&lang=en"]) {
      const address = `${path}${path.includes("?") ? "&" : "?"}asOf=${ON}${lang}`;
      const text = await (await fetch(origin() + address)).text();
      const html = text.replaceAll(/<script.*?<\/script>/gs, "").replaceAll("&amp;", "&");
      const cited = later.filter(({ title, url }) => html.includes(`>${title}<`) || (url && html.includes(url)));
      const named = html.match(/(?<!\d)(?:03|71)\/NQ-CP|\d\/202[56]\/|28\/0?2\/2025|28 February 2025/g) ?? [];
      const present = /<main.*<\/main>/s.exec(html)?.[0].match(/.{30}(?<!So với )[Hh]iện nay/g) ?? [];
      expect([address, cited.map(({ id }) => id), named, present]).toEqual([address, [], [], []]);
    }
});
