import type { FirstView } from "./first-view.ts";
import type { Machine } from "./machine.ts";
import type { Taken } from "./switches.ts";

type Run = {
  opened: { address: string; width: number; view: FirstView }[];
  made: ({ name: string } & Taken)[];
  rounds: number;
  machine: Machine;
};

const BEGIN = "<!-- bench:web -->";
const END = "<!-- /bench:web -->";

/** `file` with this bench's section replaced, or added at its end: another bench writes the rest. */
export function withSection(file: string, text: string): string {
  const section = `${BEGIN}\n${text}\n${END}`;
  const [from, to] = [file.indexOf(BEGIN), file.indexOf(END)];
  if (from >= 0 && to > from) return file.slice(0, from) + section + file.slice(to + END.length);
  return `${file.trimEnd()}\n\n${section}\n`;
}

const ms = (value: number) => `${value.toFixed(0)} ms`;

/** The text of the section. */
export function report({ opened, made, rounds, machine }: Run): string {
  const { what, date, commit, others, isLoaded } = machine;
  const says = (met: boolean) => (isLoaded ? "" : met ? "met" : "**not met**");
  const quiet = `Before and between the measurements others used up to ${(others * 100).toFixed(0)} % of the machine.`;
  const pages = opened.map(({ address, width, view }) => {
    const met = view.lcp <= 1500 && view.cls <= 0.02 && view.tbt <= 350 && view.violations === 0;
    const cells = [
      ...[`\`${address}\``, width, (view.bytes / 1000).toFixed(0), view.requests, ms(view.lcp), view.cls.toFixed(3)],
      ...[ms(view.tbt), view.violations, says(met)],
    ];
    return `| ${cells.join(" | ")} |`;
  });
  const changes = made.map(({ name, atOnce, inUse, again }) => {
    const cells = [name, ms(atOnce), ms(inUse), ms(again), says(Math.max(atOnce, inUse, again) <= 200)];
    return `| ${cells.join(" | ")} |`;
  });
  return `## The pages

Written by \`npm run bench:web\`: the built server on a fresh database, Chromium, an empty cache at each visit, the median of ${rounds}.

${date}, commit ${commit}, ${what}. ${quiet}${isLoaded ? "\n\n**The machine was loaded, so this run claims nothing.** The figures are printed for the record; run it again on a quiet machine." : ""}

First visit over 1.6 Mbit/s and 150 ms, with a processor four times slower. Bars: LCP ≤ 1.5 s (1.0 s to come), CLS ≤ 0.02, TBT ≤ 350 ms, no violation of the security policy; the overview in ≤ 200 KB and ≤ 12 requests. KB are those that crossed the line, with headers.

| page | width | KB | requests | LCP | CLS | TBT | violations | |
|---|---|---|---|---|---|---|---|---|
${pages.join("\n")}

From a click to the paint in which all that should change has changed, with a processor four times slower; bar 200 ms. At once: it is the first thing that is done on the page. In use: the pointer came to the page two seconds before and has not rested on what is pressed. Again: back, and once more.

| switch | at once | in use | again | |
|---|---|---|---|---|
${changes.join("\n")}`;
}
