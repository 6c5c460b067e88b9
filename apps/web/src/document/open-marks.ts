import type { Report, ReportBlock, ReportCell, ReportPart } from "@moc2030/shared/schema/report";
import { OPEN_PLACE } from "@moc2030/shared/text/open-place";

type Placed = readonly [at: string, text: string];

/** The text of a cell. */
export const cellText = (cell: ReportCell) => (typeof cell === "string" ? cell : cell.text);
/** What an address calls the nth open place of the text at a place. */
export const markId = (at: string, n: number) => `open-${at}-${n}`;
/** What the text of a cell is called within its block. */
export const cellAt = (at: string, row: number, column: number) => `${at}-${row}-${column}`;

const listed = (at: string, texts: readonly string[]): Placed[] => texts.map((text, n) => [`${at}-${n}`, text]);

function ofBlock(block: ReportBlock, at: string): Placed[] {
  if (block.kind === "paragraph") return [[at, block.text]];
  if (block.kind === "list") return listed(at, block.items);
  if (block.kind !== "table") return [];
  return block.rows.flatMap((cells, row) =>
    cells.map((cell, column): Placed => [cellAt(at, row, column), cellText(cell)]),
  );
}

const ofPart = ({ blocks }: ReportPart, at: string) => blocks.flatMap((block, n) => ofBlock(block, `${at}-${n}`));

/** The texts of a report that can hold open places, in the order in which it is read. */
function* textsOf({ frame, opening, parts, appendices }: Report): Generator<Placed> {
  if (frame) {
    yield* listed("sender", frame.sender);
    yield* listed("state", frame.state);
    yield ["to", frame.to];
  }
  yield* listed("opening", opening);
  for (const part of parts) yield* ofPart(part, `part-${part.number}`);
  if (frame) yield* listed("foot", frame.foot);
  for (const part of appendices) {
    const at = `appendix-${part.number}`;
    if (frame) yield [`${at}-under`, frame.underAppendix];
    yield* ofPart(part, at);
  }
}

/** The open places of a report in the order in which it is read, each with the id that its mark has in `ReportView`. */
export const openMarks = (report: Report): { id: string; text: string }[] =>
  [...textsOf(report)].flatMap(([at, text]) =>
    [...text.matchAll(OPEN_PLACE)].map(([found], n) => ({ id: markId(at, n), text: found })),
  );
