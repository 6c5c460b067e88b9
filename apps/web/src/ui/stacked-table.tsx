import type { ReactNode } from "react";

type Column = { label: string; width?: string };
type Row = { key: string; cells: readonly ReactNode[] };

/**
 * A table whose rows become blocks on a phone, each cell under its row's heading with its column's name before it:
 * what is compared stays on the screen together, and nothing scrolls sideways. The first cell heads its row.
 */
export function StackedTable({
  caption,
  columns,
  rows,
}: {
  caption: string;
  columns: readonly Column[];
  rows: readonly Row[];
}) {
  const [head, ...rest] = columns;
  const cell =
    "py-0.5 md:table-cell print:table-cell md:py-3 md:pe-5 md:align-top print:py-1.5 print:pe-3 print:align-top";
  return (
    // The roles keep it a table for screen readers where the styles make blocks of its rows.
    // biome-ignore-start lint/a11y/noRedundantRoles: display:block takes the table's own roles away
    <table role="table" className="block w-full border-collapse text-sm md:table print:table">
      <caption className="sr-only">{caption}</caption>
      <thead
        role="rowgroup"
        className="sr-only md:not-sr-only print:not-sr-only md:table-header-group print:table-header-group"
      >
        <tr role="row" className="border-b border-line-strong text-xs text-soft">
          {columns.map(({ label, width }) => (
            <th
              key={label}
              role="columnheader"
              scope="col"
              className={`py-2 pe-5 text-start align-bottom font-semibold ${width ?? ""}`}
            >
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="block md:table-row-group print:table-row-group">
        {rows.map(({ key, cells: [first, ...others] }) => (
          <tr key={key} role="row" className="block border-b border-line py-3 md:table-row print:table-row md:py-0">
            <th role="rowheader" scope="row" className={`block text-start font-semibold ${cell} ${head?.width ?? ""}`}>
              {first}
            </th>
            {rest.map(({ label }, index) => (
              <td key={label} role="cell" className={`grid grid-cols-[7rem_minmax(0,1fr)] gap-x-3 ${cell}`}>
                <span className="text-xs leading-[1.7] text-soft md:hidden print:hidden" aria-hidden="true">
                  {label}
                </span>
                <div className="wrap-anywhere md:wrap-break-word print:wrap-break-word">{others[index]}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: see above
  );
}
