import type { StaffText, StaffTextId } from "../../text/staff-text.tsx";
import { ProblemError } from "../session/client.ts";
import type { WorkbookRead } from "./reads.ts";

/** How a workbook was read: its sheet, the sheets left out, and cells that were not taken as written. */
export function workbookFacts({ sheet, sheets, hiddenRows, ...cells }: WorkbookRead, { say }: StaffText): string[] {
  const others = sheets.filter(({ name }) => name !== sheet);
  const names = others.map(({ name, hidden }) => (hidden ? say("import.sheetHidden", { name }) : name)).join(", ");
  return [
    say("workbook.sheet", { name: sheet }),
    ...(others.length > 0 ? [say("workbook.others", { names })] : []),
    ...(hiddenRows > 0 ? [say("workbook.hiddenRows", { n: hiddenRows })] : []),
    ...(["formulas", "percents", "cut"] as const).flatMap((kind) => {
      const noted = cells[kind];
      return noted ? [say(`workbook.${kind}`, { n: noted.count, first: noted.first })] : [];
    }),
  ];
}

/** Why a workbook was refused, with its cells; null for another problem. */
export function workbookRefusal(error: unknown, { say }: StaffText): string | null {
  if (!(error instanceof ProblemError)) return null;
  const [first] = error.errors;
  if (!first) return null;
  const id = `workbook.${first.detail}` as StaffTextId;
  const places = error.errors.map(({ pointer = "" }) => pointer.slice(1)).join(", ");
  const said = say(id, { places });
  return said === id ? null : said;
}
