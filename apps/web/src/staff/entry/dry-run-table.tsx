import type { Encoding } from "@moc2030/shared/entry/table-bytes";
import { COUNTRY } from "@moc2030/shared/figure/country";
import { type StaffText, type StaffTextId, useStaffText } from "../../text/staff-text.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Problem } from "../../ui/problem.tsx";
import { typedText } from "../submissions/figure-words.ts";
import { findingText } from "../submissions/finding-words.ts";
import { fieldTextId } from "./field-text-id.ts";
import type { DryRun, WorkbookRead } from "./reads.ts";
import { workbookFacts } from "./workbook-words.ts";

const LOOK = { new: "on_track", changed: "met", unchanged: "not_assessable", refused: "danger" } as const;
/** Rows rendered at most. Refused rows come first. */
const SHOWN = 500;
/** Skipped lines listed by number; the rest are counted. */
const NAMED = 4;

type Props = {
  run: DryRun;
  /** Encoding detected in the file. */
  encoding: Encoding | undefined;
  /** The workbook that the table came from. */
  workbook: WorkbookRead | undefined;
  names: ReadonlyMap<string, string>;
};

/** Result of a dry run by line: new, changed or refused with field and reason. Unchanged rows are only counted. */
export function DryRunTable({ run, encoding, workbook, names }: Props) {
  const text = useStaffText();
  const { say, lang } = text;
  const readAs = (
    <p className="measure mt-2 text-sm text-soft">
      {say("import.readAs", { facts: readFacts(run, encoding, workbook, text).join("; ") })}
    </p>
  );
  if (!run.ok)
    return (
      <>
        {readAs}
        <Problem className="mt-3">
          {say(`table.${run.code}` as StaffTextId, { line: run.line, column: run.column ?? "" })}
        </Problem>
      </>
    );
  const rows = run.rows
    .filter((row) => row.class !== "unchanged")
    .sort((a, b) => Number(b.class === "refused") - Number(a.class === "refused") || a.line - b.line);
  return (
    <>
      {readAs}
      <p role="status" className="mt-2">
        {say("import.counts", run.counts)}
      </p>
      {rows.length === 0 ? null : (
        <DataTable
          caption={say("import.result")}
          rows={rows.slice(0, SHOWN)}
          rowKey={({ line }) => line}
          className="min-w-[44rem]"
          columns={[
            { label: say("import.line"), cell: ({ line }) => line, isNumber: true },
            {
              label: say("import.class"),
              cell: (row) => say(`import.${row.class}`),
              state: (row) => LOOK[row.class],
              className: "font-semibold text-(--status)",
            },
            {
              label: say("grid.indicator"),
              cell: ({ indicator, refArea }) =>
                (names.get(indicator ?? "") ?? indicator ?? "–") +
                (refArea && refArea !== COUNTRY ? `, ${refArea}` : ""),
            },
            { label: say("import.year"), cell: ({ timePeriod }) => timePeriod ?? "–", isNumber: true },
            {
              label: say("import.old"),
              cell: ({ current }) => (current?.value ? typedText(current.value, lang) : "–"),
              isNumber: true,
            },
            { label: say("import.proposed"), cell: ({ value }) => value ?? "–", isNumber: true },
            {
              label: say("import.why"),
              cell: (row) => (
                <>
                  {row.class === "changed" ? (
                    <span className="block">
                      {say("import.differs", { fields: row.changes.map((name) => say(fieldTextId(name))).join(", ") })}
                    </span>
                  ) : null}
                  {[...row.errors, ...row.warnings, ...row.readAs].map((finding) => (
                    <span key={`${finding.field} ${finding.code}`} className="block">
                      <strong>{say(fieldTextId(finding.field))}:</strong> {findingText(finding, text)}
                    </span>
                  ))}
                </>
              ),
            },
          ]}
        />
      )}
      {rows.length > SHOWN ? <p className="mt-2 text-sm text-soft">{say("import.cut", { n: SHOWN })}</p> : null}
    </>
  );
}

/** How the table was parsed: delimiter, number format, encoding, heading line, skipped lines. */
function readFacts(
  run: DryRun,
  encoding: Encoding | undefined,
  workbook: WorkbookRead | undefined,
  text: StaffText,
): string[] {
  const { say } = text;
  const between = say(`import.between.${run.read.delimiter}`);
  const encoded = say(`import.encoding.${encoding ?? run.read.encoding}`);
  const how = workbook ? workbookFacts(workbook, text) : [];
  if (!run.ok) return workbook ? how : [between, encoded];
  const { numbers, headingLine, passedOver } = run.read;
  const lines = passedOver.filter(({ kind }) => kind !== "row_names");
  return [
    ...(workbook ? how : [between, say(`import.numbers.${numbers}`), encoded]),
    headingLine === null ? say("import.noHeading") : say("import.heading", { line: headingLine }),
    ...(lines.length < passedOver.length ? [say("import.rowNames")] : []),
    ...lines.slice(0, NAMED).map(({ line: n, text }) => say("import.passedOver", { line: n, text })),
    ...(lines.length > NAMED ? [say("import.passedOverMore", { n: lines.length - NAMED })] : []),
  ];
}
