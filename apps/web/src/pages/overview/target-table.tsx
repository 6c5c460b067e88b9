import type { ReactNode } from "react";
import type { JudgedTarget } from "../../words/target-row.ts";

/** A column: label, class (which places the cell on a phone), and cell renderer. The first column is the row header. */
export type Column<Row> = { label: string; className: string; cell: (row: Row) => ReactNode };
/** Rows below a subheading; null for a single group. */
export type RowGroup<Row> = { heading: string | null; rows: readonly Row[] };

type Props<Row> = {
  caption: string;
  columns: readonly Column<Row>[];
  groups: readonly RowGroup<Row>[];
  className?: string;
};

/** A table of targets. On a phone each row is a block: name and status, value and target, needed pace. */
export function TargetTable<Row extends JudgedTarget>({ caption, columns, groups, className = "" }: Props<Row>) {
  const [head, ...others] = columns;
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: `display: block` removes the implicit roles
    <table role="table" className={`targets ${className}`}>
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ label, className }) => (
            <th key={label} role="columnheader" scope="col" className={className}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map(({ heading, rows }) => (
        <tbody key={heading} role="rowgroup">
          {heading ? (
            <tr role="row" className="targets-group">
              <th role="rowheader" scope="row" colSpan={columns.length}>
                {heading}
              </th>
            </tr>
          ) : null}
          {rows.map((row) => (
            <tr key={row.target.id} role="row" data-target={row.target.id}>
              <th role="rowheader" scope="row" className={head?.className}>
                {head?.cell(row)}
              </th>
              {others.map(({ label, className, cell }) => (
                <td key={label} role="cell" className={className}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: see above
  );
}
