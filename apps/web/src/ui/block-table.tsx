import type { ReactNode } from "react";

/** A column heading, optionally with key, class and sort direction. */
export type BlockColumn =
  | string
  | { key: string; label: ReactNode; className?: string | undefined; sort?: "ascending" | "descending" | undefined };
type Props = { caption: string; columns: readonly BlockColumn[]; className?: string; children: ReactNode };

/** A table whose rows become blocks on a phone, without column headings. */
export const BlockTable = ({ caption, columns, className = "", children }: Props) => (
  // Explicit roles keep the table semantics where rows are `display: block`.
  // biome-ignore-start lint/a11y/noRedundantRoles: display:block takes the table's own roles away
  <table role="table" className={`block w-full border-collapse text-sm md:table print:table ${className}`}>
    <caption className="sr-only">{caption}</caption>
    <thead
      role="rowgroup"
      className="sr-only md:not-sr-only print:not-sr-only md:table-header-group print:table-header-group"
    >
      <tr role="row" className="border-b border-line-strong text-xs text-soft">
        {columns.map((column) => {
          const { key, label, className: own = "", sort } = typeof column === "string" ? plain(column) : column;
          return (
            <th
              key={key}
              role="columnheader"
              scope="col"
              aria-sort={sort}
              className={`py-2 pe-6 text-start font-semibold ${own}`}
            >
              {label}
            </th>
          );
        })}
      </tr>
    </thead>
    <tbody role="rowgroup" className="block md:table-row-group print:table-row-group">
      {children}
    </tbody>
  </table>
  // biome-ignore-end lint/a11y/noRedundantRoles: see above
);

const plain = (label: string): Exclude<BlockColumn, string> => ({ key: label, label });
