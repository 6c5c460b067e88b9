import type { Report, ReportBlock, ReportCell, ReportPart } from "@moc2030/shared/schema/report";
import { OPEN_PLACE } from "@moc2030/shared/text/open-place";
import { centred, FONT, MARGINS, prose, SIZE, upper, WIDTH } from "../downloads/decree-30.ts";
import { docx, type Section } from "../downloads/docx.ts";
import { type Picture, paragraph, picture, table } from "../downloads/docx-parts.ts";

/** Draws the chart of an indicator as PNG. */
export type DrawPng = (indicator: string) => Promise<Buffer>;
/** What stands before and after the text of a document, and under the number of each appendix. */
export type Frame = { head: string[]; foot: string[]; underAppendix: string | null };

const LANDSCAPE = { top: 30, right: 20, bottom: 15, left: 20 };
const LANDSCAPE_WIDTH = 297 - LANDSCAPE.left - LANDSCAPE.right;
const marked = OPEN_PLACE;
const textOf = (cell: ReportCell) => (typeof cell === "string" ? cell : cell.text);

/** Widest picture, in mm: two of them and some text find place on a page. */
const PICTURE_WIDTH = 130;

/** Width of the text in mm; sizes of the text and of tables. */
type Page = { width: number; size: number; tableSize: number };

function tableOf({ caption, columns, rows }: Extract<ReportBlock, { kind: "table" }>, { width, tableSize }: Page) {
  const sum = columns.reduce((total, column) => total + column.width, 0);
  const widths = columns.map((column) => (column.width / sum) * width);
  const heading = columns.map(({ label }) => centred(label, tableSize, { bold: true }));
  const hasNumbers = columns.map((_, at) => rows.some((cells) => typeof cells[at] === "object"));
  const body = rows.map((cells) =>
    cells.map((cell, at) =>
      paragraph(textOf(cell), { size: tableSize, align: hasNumbers[at] ? "right" : "left", marked }),
    ),
  );
  return [
    paragraph(caption, { size: tableSize + 1, bold: true, align: "center", space: 6, keepNext: true }),
    table(widths, [heading, ...body], { hasBorders: true, caption }),
  ];
}

const upright: Page = { width: WIDTH, size: SIZE.text, tableSize: SIZE.note };
const across: Page = { width: LANDSCAPE_WIDTH, size: SIZE.note, tableSize: 9 };

type Drawn = { charts: Map<string, Buffer>; pictures: Picture[]; isKept?: boolean };

/** Writes blocks as paragraphs, tables and pictures; pictures are appended to `pictures`. `isKept`: the last words stay with what follows. */
function blocksOf(blocks: readonly ReportBlock[], page: Page, { charts, pictures, isKept = false }: Drawn) {
  return blocks.flatMap((block, at): string[] => {
    const keepNext = isKept && at === blocks.length - 1;
    if (block.kind === "heading")
      return [paragraph(block.text, { size: page.size, bold: true, space: 6, firstLine: 10, heading: 3 })];
    if (block.kind === "paragraph") return [prose(block.text, { size: page.size, marked, keepNext })];
    if (block.kind === "list")
      return block.items.map((text, item) =>
        paragraph(text, {
          ...{ size: page.size, space: page === upright ? 3 : 1, item: true, marked },
          keepNext: keepNext && item >= block.items.length - 2,
        }),
      );
    if (block.kind === "table") return tableOf(block, page);
    const png = charts.get(block.indicator);
    if (!png) return [];
    pictures.push({ png, description: block.description });
    return [picture({ png, description: block.description }, pictures.length, PICTURE_WIDTH)];
  });
}

const chartsOf = (parts: readonly ReportPart[]) =>
  parts.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "chart" ? [block.indicator] : [])));

/** A report as DOCX: parts upright, each appendix on pages of its own across. */
export async function reportDocument(report: Report, frame: Frame, drawPng: DrawPng): Promise<Buffer> {
  const { title, parts, appendices, lang, opening } = report;
  const charts = new Map<string, Buffer>();
  for (const indicator of chartsOf([...parts, ...appendices])) charts.set(indicator, await drawPng(indicator));
  const pictures: Picture[] = [];
  const drawn = { charts, pictures };
  const body: Section = {
    margins: MARGINS,
    content: [
      ...frame.head,
      ...opening.map((text) => prose(text, { marked })),
      ...parts.flatMap(({ number, title: name, blocks }, at) => [
        paragraph(`${number}. ${upper(name)}`, { size: SIZE.text, bold: true, space: 6, firstLine: 10, heading: 2 }),
        ...blocksOf(blocks, upright, {
          ...drawn,
          isKept: frame.foot.length > 0 && at === parts.length - 1,
        }),
      ]),
      ...frame.foot,
    ],
  };
  const sections = appendices.map(
    ({ number, title: name, blocks }): Section => ({
      isLandscape: true,
      margins: LANDSCAPE,
      content: [
        paragraph(`${lang === "vi" ? "PHỤ LỤC" : "ANNEX"} ${number}`, {
          ...{ size: SIZE.text, bold: true, align: "center", heading: 2 },
        }),
        centred(upper(name), SIZE.text, { bold: true }),
        ...(frame.underAppendix ? [centred(frame.underAppendix, SIZE.text, { italic: true, marked })] : []),
        ...blocksOf(blocks, across, drawn),
      ],
    }),
  );
  return docx([body, ...sections], {
    title,
    language: lang === "vi" ? "vi-VN" : "en-GB",
    created: report.release.publishedAt,
    font: FONT,
    pictures,
  });
}
