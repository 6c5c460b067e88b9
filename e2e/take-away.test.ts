import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { useBrowser } from "./browser.ts";
import { readText } from "./read-text.ts";

const { visit } = useBrowser();

test.each([
  ["/compare?areas=ASEAN,KOR", 360, "dark"],
  ["/indicators/EGDI_RANK?lang=en&milestones=1", 1440, "light"],
  ["/indicators/DIGITAL_ECONOMY_GDP?asOf=2024-12-31", 768, "light"],
] as const)(
  "the chart of %s goes along as SVG and PNG that say what the page says, and lead back to it",
  async (path, width, colorScheme) => {
    await using window = await visit(path, { viewport: { width, height: 900 }, colorScheme, acceptDownloads: true });
    const { page, complaints } = window;
    const title = await readText(page.locator("#chart-title"));
    // Below the width of a table the files are folded.
    const folded = page.getByText(/^(Tải số liệu, hình|Download figures, picture)$/);
    if (path.startsWith("/indicators") && width < 832) await folded.click();
    const take = async (kind: "SVG" | "PNG") => {
      const link = page.getByRole("link", { name: new RegExp(kind) });
      await link.scrollIntoViewIfNeeded();
      const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
      expect(download.suggestedFilename()).toMatch(new RegExp(`^moc2030_[A-Z_]+_r\\d+\\.${kind.toLowerCase()}$`));
      return readFileSync((await download.path()) ?? "");
    };
    const svg = (await take("SVG"))
      .toString()
      .replaceAll("\u00a0", " ")
      .replaceAll("&amp;", "&")
      .replaceAll("&gt;", ">");
    expect(svg).toContain(`<title id="title">${title}</title>`);
    const png = await take("PNG");
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(png.readUInt32BE(16)).toBe(2 * Number(/<svg[^>]* width="(\d+)"/.exec(svg)?.[1]));

    // The permalink, in pieces where it is long, shows what the picture shows.
    const written = [...svg.matchAll(/<text[^>]*>([^<]+)<\/text>/g)].map(([, text]) => text);
    const at = written.findIndex((text) => text?.startsWith("/"));
    await page.goto(written.slice(at).join(""));
    await page.locator("#chart-title").waitFor();
    expect(await readText(page.locator("#chart-title"))).toBe(title);
    expect(new URL(page.url()).searchParams.get("milestones")).toBe(path.includes("milestones") ? "1" : null);
    expect(complaints).toEqual([]);
  },
);
