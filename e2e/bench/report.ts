import type { Machine } from "./machine.ts";
import type { Seen } from "./visits.ts";

type Row = { name: string; width?: number; isForm?: true; page: Seen; floor: Seen; rested?: Seen };
export type Run = Record<"views" | "moves" | "taps", Row[]> & { explorer: Seen; machine: Machine };

/** `file` with this bench's section at its end: another bench writes the rest. */
export function withSection(file: string, text: string): string {
  return `${file.split("<!-- bench:web -->")[0]?.trimEnd()}\n\n<!-- bench:web -->\n${text}\n<!-- /bench:web -->\n`;
}

const ms = (value: number) => `${value.toFixed(0)} ms`;
const kb = (bytes: number) => (bytes / 1000).toFixed(1);
const row = (...cells: (string | number)[]) => `| ${cells.join(" | ")} |`;
const table = (bar: string, heads: string[], rows: string[]) =>
  `\n${[`${bar}\n`, row(...heads, ""), `|${"---|".repeat(heads.length + 1)}`, ...rows].join("\n")}`;

/** The text of the section. */
export function report({ views, moves, taps, explorer, machine }: Run): string {
  const { what, date, commit, others, isLoaded } = machine;
  const says = (met: boolean) => (isLoaded ? "" : met ? "met" : "**not met**");
  const against = (page: number, floor: number) => [ms(floor), ms(page), `${(page / floor).toFixed(2)} ×`];
  const cost = views.map(({ name, width = 0, page: { bytes, requests, script, ahead } }) => {
    const met = bytes <= 130_000 && requests <= 9 && script <= 20_000 && ahead === 0;
    return row(`\`${name}\``, width, kb(bytes), requests, kb(script), ahead, says(met));
  });
  const felt = views.map(({ name, width = 0, page, floor }) => {
    const met = page.lcp <= 1.15 * floor.lcp && page.tbt <= floor.tbt + 60 && page.cls <= 0.02;
    const cells = [...against(page.lcp, floor.lcp), ms(floor.tbt), ms(page.tbt), page.cls.toFixed(3)];
    return row(`\`${name}\``, width, ...cells, says(met));
  });
  const moved = moves.map(({ name, isForm, page, floor, rested = page }) => {
    const isReady = isForm || (rested.took <= 0.5 * floor.took && rested.isAhead === 1);
    const ready = [...against(rested.took, floor.took).slice(1), isForm ? "a form" : rested.isAhead ? "yes" : "no"];
    return row(name, ...against(page.took, floor.took), ...ready, says(page.took <= 1.3 * floor.took && isReady));
  });
  const tapped = taps.map(({ name, page: { answered: a }, floor: { answered: b } }) =>
    row(`\`${name}\``, ...against(a, b), says(a <= 2 * b)),
  );
  const { bytes, requests, moved: by } = explorer;
  const explored = row(kb(bytes), requests, by.toFixed(3), says(bytes <= 2e5 && by === 0));
  const w1 =
    "W1, a first view: ≤ 130 KB and ≤ 9 requests, all that crosses the line until 2 s after it has loaded, with headers and the stream of releases; script ≤ 20 KB; nothing fetched ahead for who does not point.";
  const w2 = "W2, what is felt of it: LCP ≤ 1.15 × floor, TBT ≤ floor + 60 ms, CLS ≤ 0.02.";
  const w3 =
    "W3, from a click to the last large paint of the next document, styles, letters and script kept: ≤ 1.3 × the floor's; ≤ 0.5 × where the pointer has rested for 300 ms and the document was fetched ahead.";
  const w4 = "A chart's first answer to a tap (360 px), against one class set on the floor's page: ≤ 2 ×.";
  const w5 = "The explorer, from its button on: ≤ 200 KB, and nothing moves.";
  return `## The pages

Written by \`npm run bench:web\`, which measures the built server on a fresh database against a floor of the same run: the same documents with every script cut out, and the same styles and letters, from the memory of a bare \`node:http\` server. Chromium on a processor four times slower, over 1.6 Mbit/s and 150 ms; page and floor take turns, medians of three rounds.

${date}, commit ${commit}, ${what}. Before and between the measurements others used up to ${(others * 100).toFixed(0)} % of the machine.${isLoaded ? "\n\n**The machine was loaded, so this run claims nothing.** Run it again on a quiet one." : ""}
${table(w1, ["page", "width", "KB", "requests", "KB of script", "ahead"], cost)}
${table(w2, ["page", "width", "LCP, floor", "LCP", "", "TBT, floor", "TBT", "CLS"], felt)}
${table(w3, ["change", "floor", "page", "", "rested", "", "ahead"], moved)}
${table(w4, ["page", "one class", "answer", ""], tapped)}
${table(w5, ["KB", "requests", "layout shift"], [explored])}`;
}
