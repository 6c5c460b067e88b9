import type { ReactNode } from "react";
import { useText } from "../../text/text.tsx";
import { ScrollBox } from "../../ui/scroll-box.tsx";

type Props = {
  caption: string;
  /** Columns in display order; `note` is a small line below the year. */
  editions: { year: number; note?: string | null }[];
  rows: { area: string; name: string; cells: ReactNode[] }[];
  focus: string;
};

/** Number of editions that fit on an A4 page. */
const PRINTED = 13;
const onPaper = (index: number) => (index < PRINTED ? "num print:px-1" : "num print:hidden");

/** A table with a row per economy and a column per edition; the name column is sticky. */
export function EditionsTable({ caption, editions, rows, focus }: Props) {
  const { say } = useText();
  return (
    <ScrollBox label={caption}>
      <table className="table w-max min-w-full print:w-full print:text-[7pt]">
        <caption className="pb-2 text-xs text-soft">
          {caption}
          {editions.length > PRINTED ? (
            <span className="hidden print:inline"> {say("compare.printed", { n: PRINTED, all: editions.length })}</span>
          ) : null}
        </caption>
        <thead>
          <tr>
            <th scope="col">{say("peers.economy")}</th>
            {editions.map(({ year, note }, index) => (
              <th key={year} scope="col" className={`${onPaper(index)} print:text-[7pt]`}>
                {year}
                {note ? <div className="font-normal">{note}</div> : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const isFocus = row.area === focus;
            return (
              <tr key={row.area} className={isFocus ? "bg-accent-tint font-semibold" : undefined}>
                <th
                  scope="row"
                  className={`min-w-28 max-w-40 sm:max-w-64 print:min-w-0 ${isFocus ? "" : "font-normal"}`}
                >
                  {row.name}
                </th>
                {row.cells.map((cell, index) => (
                  <td key={editions[index]?.year} className={onPaper(index)}>
                    {cell}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollBox>
  );
}
