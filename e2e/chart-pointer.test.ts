import { expect, test } from "vitest";
import { accessibilityFindings, useBrowser } from "./browser.ts";

const { visit } = useBrowser();
const PAGE = "/indicators/EGDI_RANK";

test.each([1440, 1024, 768, 360])(
  "at %i px one drawing is seen, in letters of 11 px at least, and fills its place",
  async (width) => {
    await using window = await visit(PAGE, { viewport: { width, height: 900 } });
    const drawing = window.page.locator("svg.sheet:visible");
    await drawing.waitFor();
    expect(await drawing.count()).toBe(1);
    const { scale, free } = await drawing.evaluate((svg) => ({
      scale: svg.getBoundingClientRect().width / Number(svg.getAttribute("width")),
      free: 1 - svg.getBoundingClientRect().width / (svg.parentElement?.clientWidth ?? 0),
    }));
    expect(12 * scale).toBeGreaterThanOrEqual(11);
    expect(scale).toBeLessThan(1.4);
    expect(free).toBeLessThan(0.12);
    expect(window.complaints).toEqual([]);
  },
);

test.each([
  [1440, "light"],
  [768, "dark"],
] as const)("at %i px pointer and arrow keys show a year beside its line (%s)", async (width, colorScheme) => {
  await using window = await visit(PAGE, { viewport: { width, height: 900 }, colorScheme });
  const { page, complaints } = window;
  const drawing = page.locator("svg.sheet:visible");
  const tip = page.locator(".chart-tip");
  await drawing.evaluate((svg) => scrollBy(0, svg.getBoundingClientRect().top - 120));
  const drawn = await drawing.boundingBox();
  if (!drawn) throw new Error("no chart");
  const shownAtRest = async () => {
    await page.mouse.move(0, 0);
    await page.mouse.move(drawn.x + drawn.width / 2, drawn.y + drawn.height / 2);
    return tip.textContent();
  };
  // The script may still be on its way.
  await expect.poll(shownAtRest).toMatch(/^20\d\dUN DESA: /);
  const box = await tip.boundingBox();
  if (!box) throw new Error("nothing shown");
  const isInside = [
    box.x > drawn.x,
    box.x + box.width < drawn.x + drawn.width,
    box.y + box.height < drawn.y + drawn.height,
  ];
  expect(isInside).toEqual([true, true, true]);
  // Beside the line, not over it.
  const line = await drawing.locator("> g:last-child path").boundingBox();
  expect(line && (box.x > line.x || box.x + box.width < line.x)).toBe(true);
  await page.mouse.move(0, 0);
  await expect.poll(() => tip.textContent()).toBe("");

  await page.locator("[data-chart]").focus();
  await expect.poll(() => tip.textContent()).toContain("2024UN DESA: 71/193");
  await page.keyboard.press("ArrowLeft");
  await expect.poll(() => tip.textContent()).toContain("2022UN DESA: 86/193");
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect.poll(() => tip.textContent()).toBe("");
  expect(complaints).toEqual([]);
});

test("a tap on a phone shows the year at the foot of the screen, whole, until the next tap elsewhere", async () => {
  await using window = await visit(PAGE, { viewport: { width: 360, height: 800 }, hasTouch: true, isMobile: true });
  const { page, complaints } = window;
  const drawing = page.locator("svg.sheet:visible");
  const tip = page.locator(".chart-tip");
  await drawing.evaluate((svg) => scrollBy(0, svg.getBoundingClientRect().top - 120));
  const drawn = await drawing.boundingBox();
  if (!drawn) throw new Error("no chart");
  const shownAtTap = async () => {
    await page.touchscreen.tap(drawn.x + drawn.width / 2, drawn.y + drawn.height / 2);
    return tip.textContent();
  };
  await expect.poll(shownAtTap).toMatch(/^20\d\dUN DESA: /);
  const box = await tip.boundingBox();
  expect(box && [box.x, box.x + box.width, box.y + box.height]).toEqual([8, 352, 792]);
  expect(await accessibilityFindings(page)).toEqual([]);
  await page.touchscreen.tap(drawn.x + drawn.width / 2, drawn.y - 20);
  await expect.poll(() => tip.textContent()).toBe("");
  expect(complaints).toEqual([]);
});

test("on paper the drawing that fits is printed alone", async () => {
  await using window = await visit(PAGE, { viewport: { width: 360, height: 800 } });
  const { page } = window;
  await page.locator("svg.sheet:visible").waitFor();
  await page.setViewportSize({ width: 720, height: 1000 });
  await page.emulateMedia({ media: "print" });
  expect(await page.locator("svg.sheet:visible").getAttribute("width")).toBe("640");
  expect(await page.locator("svg.sheet:visible").count()).toBe(1);
});
