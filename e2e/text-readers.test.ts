import { expect, test } from "vitest";
import { addresses, embeds } from "./addresses.ts";
import { origin, useBrowser } from "./browser.ts";
import { gluedTexts } from "./glued-texts.ts";

const { visit } = useBrowser();

const documentAt = async (address: string) => (await fetch(origin() + address)).text();

test("every page reads as words without its styles", async () => {
  await using window = await visit("/favicon.svg");
  for (const address of [...addresses, ...embeds])
    expect([address, await window.page.evaluate(gluedTexts, await documentAt(address))]).toEqual([address, []]);
});

test("texts that touch are found; a space, a stop or a line between them is enough", async () => {
  await using window = await visit("/favicon.svg");
  const found = (html: string) => window.page.evaluate(gluedTexts, html);
  expect(await found("<p><span>44/139</span><span>ấn bản</span></p>")).toEqual(["44/139|ấn bản"]);
  expect(await found("<p>này.<b><svg></svg>Ngày</b></p>")).toEqual(["này.|Ngày"]);
  for (const apart of ["<a>a</a> <a>b</a>", "<a>a</a>, <a>b</a>", "<li>a</li><li>b</li>", "<a>a</a><br><a>b</a>"])
    expect(await found(apart)).toEqual([]);
});

test("a chart leaves no labels to who reads the tags away; its title, its sentence and its table say it", async () => {
  for (const address of ["/indicators/DIGITAL_ECONOMY_GDP", "/compare?lang=en"]) {
    const html = await documentAt(address);
    const charts = [...html.matchAll(/<svg[^>]*data-scale.*?<\/svg>/gs)];
    expect(charts).toHaveLength(3);
    for (const [chart] of charts) expect(chart.replaceAll(/<[^>]*>|&\w+;/g, "").trim()).toBe("");
  }
});

test("a browser shows the labels, finds them, and finds numbers of documents as they are typed", async () => {
  await using window = await visit("/indicators/DIGITAL_ECONOMY_GDP");
  const find = (words: string) =>
    window.page.evaluate((sought) => {
      getSelection()?.removeAllRanges();
      return (window as unknown as { find(text: string): boolean }).find(sought);
    }, words);
  for (const words of ["Bộ Khoa học và Công nghệ 18,3%", "52-NQ/TW", "3,20 điểm phần trăm"])
    expect([words, await find(words)]).toEqual([words, true]);
});
