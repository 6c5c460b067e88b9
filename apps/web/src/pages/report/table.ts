import type { ReportBlock, ReportCell } from "@moc2030/shared/schema/report";

/** A column of a table with what it says of a row. */
export type Column<Row> = { label: string; width: number; cell: (row: Row) => ReportCell };

/** A table of a report; widths are beside each other's. */
export function table<Row>(caption: string, columns: readonly Column<Row>[], rows: readonly Row[]): ReportBlock {
  return {
    kind: "table",
    caption,
    columns: columns.map(({ label, width }) => ({ label, width })),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
  };
}
