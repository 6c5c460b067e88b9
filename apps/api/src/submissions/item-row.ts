import type { ProposedFigure } from "@moc2030/shared/checks";
import type { FigureInput } from "@moc2030/shared/submission";
import type { submissionItem } from "../db/work-schema.ts";

export type ItemRow = typeof submissionItem.$inferSelect;
type Values = Omit<ItemRow, "id" | "submissionId" | "state" | "pair" | "baseRelease">;

/** A form's figure as its row. */
export const rowOf = (input: Omit<FigureInput, "baseRelease">): Values => ({
  kind: input.kind,
  indicator: input.indicator,
  compiler: input.compiler,
  refArea: input.refArea,
  timePeriod: input.timePeriod,
  obsValue: input.value?.trim() || null,
  valueLimit: input.valueLimit,
  obsStatus: input.obsStatus.join(";"),
  confidence: input.confidence,
  rankPool: input.rankPool,
  source: input.newSource ? null : input.source,
  newSource: input.newSource && JSON.stringify(input.newSource),
  edition: input.edition?.trim() || null,
  published: input.published?.trim() || null,
  obsComVi: input.obsComVi?.trim() || null,
  obsComEn: input.obsComEn?.trim() || null,
  reason: input.reason,
  reasonText: input.reasonText?.trim() || null,
  confirmation: input.confirmation?.trim() || null,
  place: input.place?.trim() || null,
  evidence: JSON.stringify(input.evidence),
});

/** A row as what the checks read. */
export const proposedOf = (row: ItemRow): ProposedFigure => ({
  kind: row.kind,
  indicator: row.indicator,
  compiler: row.compiler,
  refArea: row.refArea,
  timePeriod: row.timePeriod,
  value: row.obsValue,
  valueLimit: row.valueLimit as ProposedFigure["valueLimit"],
  obsStatus: row.obsStatus.split(";").filter(Boolean) as ProposedFigure["obsStatus"],
  confidence: row.confidence as ProposedFigure["confidence"],
  rankPool: row.rankPool,
  source: row.source,
  newSource: row.newSource === null ? null : JSON.parse(row.newSource),
  edition: row.edition,
  published: row.published,
  obsComVi: row.obsComVi,
  obsComEn: row.obsComEn,
  reason: row.reason,
  reasonText: row.reasonText,
  confirmation: row.confirmation,
  place: row.place,
});

/** A row as a form takes it back. */
export const inputOf = (row: ItemRow) => {
  const figure = proposedOf(row);
  return {
    ...figure,
    obsStatus: [...figure.obsStatus],
    reason: row.reason as FigureInput["reason"],
    evidence: JSON.parse(row.evidence) as string[],
  };
};
