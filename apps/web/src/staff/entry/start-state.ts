import type { FigureInput } from "@moc2030/shared/schema/submission";
import type { Lang } from "@moc2030/shared/text/lang";
import type { StaffTextId } from "../../text/staff-text.tsx";
import { type FormValues, inputOf } from "./form-state.ts";
import { isWholeSource } from "./new-source.ts";
import type { WantedRows } from "./reads.ts";

type Row = Pick<
  WantedRows["rows"][number],
  "indicator" | "compiler" | "refArea" | "timePeriod" | "valueKind" | "edition" | "wanted"
>;

type Lack = { field: "rankPool" | "newSource"; text: StaffTextId; values: Record<string, string> };

/** What is wrong before a draft can be opened: no whole number of those ranked, or half of a new source. A source can also be given later, row by row. */
export function lackOf({ isNewSource, newSource, rankPool }: FormValues): Lack | null {
  if (!/^\s*(0*[1-9]\d{0,3})?\s*$/.test(rankPool))
    return { field: "rankPool", text: "finding.not_a_whole_number", values: { value: rankPool } };
  if (!isNewSource || isWholeSource(newSource)) return null;
  const isLetter = newSource.kind === "official_letter";
  return { field: "newSource", text: isLetter ? "finding.letter_incomplete" : "start.sourceMissing", values: {} };
}

/** The rows of a draft without their figures, with what is the same for all, the number ranked for ranks alone. A row keeps the name of its own edition. */
export const rowInputs = (values: FormValues, rows: readonly Row[], lang: Lang): Omit<FigureInput, "baseRelease">[] =>
  rows.map(({ edition, wanted, valueKind, ...row }) => {
    const { indicator, compiler, refArea, timePeriod } = row;
    // Without a base, the API takes the figure that is published now.
    const { baseRelease: _, ...input } = inputOf(values, { indicator, compiler, refArea, timePeriod }, lang, null);
    return {
      ...input,
      value: null,
      rankPool: valueKind === "rank" ? input.rankPool : null,
      edition: input.edition ?? edition,
      reason: wanted === "final" ? "publisher_revision" : null,
    };
  });
