import type { Encoding } from "@moc2030/shared/table-bytes";
import { useStaffText } from "../text/staff-text.tsx";
import type { DryRun } from "./reads.ts";

/** Lines that are named; of more, how many there are. */
const NAMED = 4;

/** How a table was read, in one line: what stands between its fields, its decimal mark, its encoding, its heading, and what was passed over. `encoding` is that of the file from which the text came. */
export function ReadAs({ run, encoding }: { run: DryRun; encoding: Encoding | null }) {
  const { say } = useStaffText();
  const { delimiter } = run.read;
  const line = (facts: string[]) => (
    <p className="measure mt-2 text-sm text-soft">{say("import.readAs", { facts: facts.join("; ") })}</p>
  );
  if (!run.ok)
    return line([say(`import.between.${delimiter}`), say(`import.encoding.${encoding ?? run.read.encoding}`)]);
  const { numbers, headingLine, passedOver } = run.read;
  const lines = passedOver.filter(({ kind }) => kind !== "row_names");
  return line([
    say(`import.between.${delimiter}`),
    say(`import.numbers.${numbers}`),
    say(`import.encoding.${encoding ?? run.read.encoding}`),
    headingLine === null ? say("import.noHeading") : say("import.heading", { line: headingLine }),
    ...(lines.length < passedOver.length ? [say("import.rowNames")] : []),
    ...lines.slice(0, NAMED).map(({ line: n, text }) => say("import.passedOver", { line: n, text })),
    ...(lines.length > NAMED ? [say("import.passedOverMore", { n: lines.length - NAMED })] : []),
  ]);
}
