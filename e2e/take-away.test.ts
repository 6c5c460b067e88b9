import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { origin, useBrowser } from "./browser.ts";
import { readText } from "./read-text.ts";

const { visit } = useBrowser();

test.each([
  ["/compare?areas=ASEAN,KOR", 360, "dark"],
  ["/indicators/EGDI_RANK?lang=en", 1440, "light"],
] as const)(
  "the chart of %s goes along as SVG and PNG that say where they are from",
  async (path, width, colorScheme) => {
    await using window = await visit(path, { viewport: { width, height: 900 }, colorScheme, acceptDownloads: true });
    const { page, complaints } = window;
    const title = await readText(page.locator("#chart-title"));
    const release = /số (\d+),|release (\d+),/.exec(await readText(page.getByRole("main")));
    const number = release?.[1] ?? release?.[2];
    expect(number).toBeDefined();
    const take = async (kind: "SVG" | "PNG") => {
      const button = page.getByRole("button", { name: new RegExp(kind) });
      await button.scrollIntoViewIfNeeded();
      const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
      expect(download.suggestedFilename()).toMatch(new RegExp(`^moc2030_[A-Z_]+_r${number}\\.${kind.toLowerCase()}$`));
      return readFileSync((await download.path()) ?? "");
    };
    const svg = (await take("SVG")).toString();
    expect(svg).toContain(`<title id="title">${title.replaceAll("&", "&amp;").replaceAll(">", "&gt;")}</title>`);
    expect(svg).toMatch(/<desc id="desc">[^<]{40,}<\/desc>/);
    expect(svg).toMatch(new RegExp(`(đợt cập nhật số|release) ${number}`));
    expect(svg).not.toMatch(/var\(|\/api\/|<script/);

    // The permalink shows what the picture shows.
    const link = /http[^<]+asOf=[^<]+/.exec(svg.replaceAll("\u00a0", " "))?.[0].replaceAll("&amp;", "&") ?? "";
    expect(link.startsWith(origin())).toBe(true);

    // The same chart, the same file.
    expect((await take("SVG")).toString()).toBe(svg);

    const png = await take("PNG");
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(png.readUInt32BE(16)).toBe(2 * Number(/<svg[^>]* width="(\d+)"/.exec(svg)?.[1]));
    expect(png.length).toBeGreaterThan(30_000);

    await page.goto(link);
    await page.locator("#chart-title").waitFor();
    expect(await readText(page.locator("#chart-title"))).toBe(title);
    expect(complaints).toEqual([]);
  },
);
