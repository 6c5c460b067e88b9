import type { Encoding } from "@moc2030/shared/entry/table-bytes";
import { type StaffText, type StaffTextId, useStaffText } from "../../text/staff-text.tsx";
import { Problem } from "../../ui/problem.tsx";
import type { DryRun, WorkbookRead } from "./reads.ts";
import { workbookFacts } from "./workbook-words.ts";

/** Skipped lines listed by number; the rest are counted. */
const NAMED = 4;

type Props = {
  run: DryRun;
  /** Encoding detected in the file. */
  encoding: Encoding | undefined;
  /** The workbook that the table came from. */
  workbook: WorkbookRead | undefined;
};

/** How a table was read, and why one cannot be read. */
export function ReadFacts({ run, encoding, workbook }: Props) {
  const text = useStaffText();
  const { say } = text;
  return (
    <>
      <p className="measure mt-2 text-sm text-soft">
        {say("import.readAs", { facts: readFacts(run, encoding, workbook, text).join("; ") })}
      </p>
      {run.ok ? null : (
        <Problem className="mt-3">
          {say(`table.${run.code}` as StaffTextId, { line: run.line, column: run.column ?? "" })}
        </Problem>
      )}
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
