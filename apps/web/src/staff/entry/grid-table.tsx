import { shortCompiler } from "@moc2030/shared/text/compiler-name";
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import { PageLink } from "../../address/page-link.tsx";
import { useStaffText } from "../../text/staff-text.tsx";
import { cellClass, cellWords, dueText } from "./cell-words.ts";
import type { Grid } from "./reads.ts";

const STEPS: Record<string, [number, number]> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  Home: [0, Number.NEGATIVE_INFINITY],
  End: [0, Number.POSITIVE_INFINITY],
};

/** Indicators by year; each cell links to its form. One tab stop, arrow keys move between cells (ARIA grid). */
export function GridTable({ grid }: { grid: Grid }) {
  const text = useStaffText();
  const { say } = text;
  const table = useRef<HTMLTableElement>(null);
  const box = useRef<HTMLDivElement>(null);
  // Due figures are in the last years; scroll there on narrow screens.
  useLayoutEffect(() => {
    if (box.current) box.current.scrollLeft = box.current.scrollWidth;
  }, []);
  const years = grid.items[0]?.cells.map(({ timePeriod }) => timePeriod) ?? [];
  const [at, setAt] = useState<[number, number]>([0, Math.max(0, years.length - 2)]);

  const go = (row: number, column: number) => {
    const next: [number, number] = [
      Math.min(Math.max(row, 0), grid.items.length - 1),
      Math.min(Math.max(column, 0), years.length - 1),
    ];
    setAt(next);
    const link = table.current?.querySelector<HTMLElement>(`[data-at="${next.join()}"]`);
    link?.focus();
    link?.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (!step) return;
    go(at[0] + step[0], at[1] + step[1]);
    event.preventDefault();
  };
  return (
    <div ref={box} className="overflow-x-auto scroll-ps-32 sm:scroll-ps-48">
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table of cells that arrow keys go through is ARIA's grid
        role="grid"
        aria-label={say("grid.title")}
        className="table min-w-[72rem]"
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            <th scope="col" className="sticky start-0 z-10 bg-page">
              {say("grid.indicator")}
            </th>
            {years.map((year) => (
              <th key={year} scope="col" className="num">
                {year}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.items.map((row, r) => (
            <tr key={row.indicator}>
              <th scope="row" className="sticky start-0 z-10 max-w-40 min-w-32 bg-page sm:max-w-none sm:min-w-48">
                {row.name}
                <span className="block text-xs font-normal text-soft">{shortCompiler(row.publisher)}</span>
              </th>
              {row.cells.map((cell, c) => {
                const { value, words } = cellWords(cell, text);
                const isHere = at[0] === r && at[1] === c;
                return (
                  <td key={cell.timePeriod} className="p-0! align-middle!">
                    <PageLink
                      to={`/entry/${row.indicator}/${cell.timePeriod}`}
                      data-at={`${r},${c}`}
                      data-class={cellClass(cell)}
                      tabIndex={isHere ? 0 : -1}
                      onFocus={() => setAt([r, c])}
                      title={[row.name, cell.timePeriod, dueText(cell, text)].filter(Boolean).join(", ")}
                      aria-label={[row.name, cell.timePeriod, value ?? "", ...words, dueText(cell, text)]
                        .filter(Boolean)
                        .join(", ")}
                      className="plain flex min-h-14 min-w-20 flex-col items-end justify-center px-2 py-1 text-end text-ink hover:bg-sunken data-class:bg-(--status-tint)"
                    >
                      <span className="num font-semibold">{value ?? (words.length > 0 ? "" : "–")}</span>
                      {words.map((word) => (
                        <span key={word} className="text-xs leading-tight text-soft [[data-class]>&]:text-(--status)">
                          {word}
                        </span>
                      ))}
                    </PageLink>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
