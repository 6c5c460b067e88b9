import { expect, test } from "vitest";
import { addresses, embeds } from "./addresses.ts";
import { origin } from "./browser.ts";

/** What a reader sees of a page, without its tags, its programs to copy and the addresses in them. */
const textOf = (html: string): string =>
  html
    .replaceAll(/<(script|style|pre|code|textarea|option)\b.*?<\/\1>/gs, " ")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/https?:\S+/g, " ");

test("no page shows the code of a source, or a day or month as a computer writes it", async () => {
  const { items } = (await (await fetch(`${origin()}/api/v1/sources`)).json()) as { items: { id: string }[] };
  const codes = items.map(({ id }) => id).filter((id) => id.includes("-"));
  expect(codes.length).toBeGreaterThan(100);
  const raw = new RegExp(
    String.raw`(?<![\w/=])(?:${codes.join("|")}|(?:19|20)\d\d-(?:0\d|1[0-2])(?:-\d\d)?)(?![\w/-])`,
    "g",
  );
  for (const address of [...addresses, ...embeds]) {
    const text = textOf(await (await fetch(origin() + address)).text());
    expect([address, text.match(raw) ?? []]).toEqual([address, []]);
  }
});
