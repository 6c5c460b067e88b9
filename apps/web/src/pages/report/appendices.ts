import type { ReportBlock, ReportPart } from "@moc2030/shared/schema/report";
import type { Text } from "../../text/text.tsx";
import { day } from "../../words/format.ts";
import { leadShort } from "../../words/responsible.ts";
import { nowText, overdueText } from "../../words/target-row.ts";
import { changes } from "./changes-tables.ts";
import { method } from "./method.ts";
import { list, numbered, paragraphs } from "./open-places.ts";
import { unassessed } from "./overall.ts";
import type { ReportData } from "./reads.ts";
import { overdue, verdictText } from "./results.ts";
import { table } from "./table.ts";
import { allTargets, targetName } from "./targets-table.ts";

/** Appendices I to IV of a report. */
export function appendices(data: ReportData, text: Text): ReportPart[] {
  const { say } = text;
  return numbered([
    { title: say("report.allTargets"), blocks: allTargets(data, text) },
    { title: say("report.changes"), blocks: changes(data, text) },
    { title: say("report.notAssessable"), blocks: notAssessable(data, text) },
    { title: say("report.method"), blocks: method(data, text) },
  ]);
}

function notAssessable(data: ReportData, text: Text): ReportBlock[] {
  const { say } = text;
  const missing = overdue(data.headline);
  return [
    ...paragraphs(
      say("report.overdueUntil", { day: day(data.referenceDate, text.lang) }),
      missing.length > 0 ? say("report.overdueFigures") : null,
    ),
    ...list(
      missing.map(
        ({ indicator, missing: next }) => `${indicator.name}: ${overdueText(next, indicator.valueKind, text)}`,
      ),
    ),
    table(
      say("report.notAssessable"),
      [
        { label: say("row.target"), width: 8, cell: (row) => targetName(row, text) },
        { label: say("report.lastKnown"), width: 4, cell: (row) => nowText(row, text) ?? "–" },
        { label: say("report.reason"), width: 7, cell: (row) => verdictText(row, text) },
        {
          label: say("row.body"),
          width: 6,
          cell: ({ indicator }) => leadShort(indicator, data.bodies, data.referenceDate, text),
        },
      ],
      unassessed(data),
    ),
  ];
}
