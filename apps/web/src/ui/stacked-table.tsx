import type { ReactNode } from "react";
import { BlockTable } from "./block-table.tsx";

type Column = { label: string; width?: string };
type Row = { key: string; cells: readonly ReactNode[] };
type Props = { caption: string; columns: readonly Column[]; rows: readonly Row[] };

/**
 * A table whose rows become blocks on a phone, each cell labelled with its column. The first cell is the row header.
 */
export function StackedTable({ caption, columns, rows }: Props) {
  const [head, ...rest] = columns;
  const cell =
    "py-0.5 md:table-cell print:table-cell md:py-3 md:pe-6 md:align-top print:py-1.5 print:pe-3 print:align-top";
  return (
    <BlockTable
      caption={caption}
      columns={columns.map(({ label, width = "" }) => ({ key: label, label, className: `align-bottom ${width}` }))}
    >
      {rows.map(({ key, cells: [first, ...others] }) => (
        // biome-ignore-start lint/a11y/noRedundantRoles: the styles of a block take the row's own roles away
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
        // biome-ignore-end lint/a11y/noRedundantRoles: see above
      ))}
    </BlockTable>
  );
}
