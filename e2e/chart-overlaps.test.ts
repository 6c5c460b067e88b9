import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { origin, useBrowser } from "./browser.ts";

const { visit } = useBrowser();
/** Many charts, one after the other. */
const PATIENCE = 600_000;

/** What the drawings of a page (for 360, 768 and 1440 px) write over: another text, a line, a dot. */
async function overlapsOn(page: Page, address: string): Promise<{ drawings: number; found: string[] }> {
  const html = await (await fetch(origin() + address)).text();
  const drawings = html.match(/<svg class="sheet.*?<\/svg>/gs) ?? [];
  const found = await page.evaluate((all) => {
    type Box = { left: number; right: number; top: number; bottom: number };
    const overlaps: string[] = [];
    for (const drawn of all) {
      document.body.innerHTML = drawn;
      const drawing = document.querySelector("svg");
      if (!drawing) continue;
      // Only one drawing is shown at a time, and what is not shown has no size.
      drawing.style.display = "block";
      const at = drawing.getAttribute("width");
      const texts = [...drawing.querySelectorAll("text")].map((text) => {
        const { x, y, width, height } = text.getBBox();
        // The box of a line leaves room for accents and tails that few letters have.
        const slack = (height / Math.max(1, text.querySelectorAll("tspan").length)) * 0.22;
        const box: Box = { left: x + 1, right: x + width - 1, top: y + slack, bottom: y + height - slack };
        return { says: text.textContent ?? "", box };
      });
      const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
      texts.forEach((text, index) => {
        for (const other of texts.slice(index + 1))
          if (meet(text.box, other.box)) overlaps.push(`${at}: “${text.says}” on “${other.says}”`);
      });
      for (const shape of drawing.querySelectorAll<SVGGeometryElement>("path, circle")) {
        // A grid lies under everything.
        if (shape.getAttribute("stroke")?.includes("grid")) continue;
        const places = Array.from({ length: Math.ceil(shape.getTotalLength() / 3) + 1 }, (_, step) =>
          shape.getPointAtLength(step * 3),
        );
        for (const { says, box } of texts)
          if (places.some(({ x, y }) => x > box.left && x < box.right && y > box.top && y < box.bottom))
            overlaps.push(`${at}: “${says}” on a line (${shape.getAttribute("stroke")})`);
      }
    }
    return overlaps;
  }, drawings);
  return { drawings: drawings.length, found: found.map((overlap) => `${address} ${overlap}`) };
}

const ways = ["", "&milestones=1"].flatMap((events) => ["vi", "en"].map((lang) => `lang=${lang}${events}`));

test.each(ways)(
  "no text of an indicator's chart stands on another, on a line or on a dot (%s)",
  async (query) => {
    const { items } = (await (await fetch(`${origin()}/api/v1/indicators`)).json()) as { items: { code: string }[] };
    await using window = await visit("/about");
    await window.page.evaluate(() => document.fonts.ready);
    const pages = [];
    for (const { code } of items) pages.push(await overlapsOn(window.page, `/indicators/${code}?${query}`));
    expect(pages.reduce((sum, { drawings }) => sum + drawings, 0)).toBeGreaterThan(items.length);
    expect(pages.flatMap(({ found }) => found)).toEqual([]);
  },
  PATIENCE,
);

test.each(["vi", "en"])(
  "no text of a comparison stands on another, on a line or on a dot (%s)",
  async (lang) => {
    await using window = await visit("/about");
    await window.page.evaluate(() => document.fonts.ready);
    const pages = [];
    for (const code of ["GII_RANK", "EGDI_RANK", "EGDI_VALUE", "GCI_SCORE"])
      for (const more of ["", "&tab=places", "&pins=SGP,MYS&paths=1"])
        pages.push(await overlapsOn(window.page, `/compare?lang=${lang}&indicator=${code}${more}`));
    expect(pages.every(({ drawings }) => drawings > 0)).toBe(true);
    expect(pages.flatMap(({ found }) => found)).toEqual([]);
  },
  PATIENCE,
);
