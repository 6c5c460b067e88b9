import type { ProposedFigure } from "@moc2030/shared/entry/checks";
import { type Field, figureFields } from "@moc2030/shared/figure/fields";
import type { FigureContent, FigureKey } from "@moc2030/shared/figure/figure";
import type { FigureInput } from "@moc2030/shared/schema/submission";
import { propertyOf } from "../db/figure-columns.ts";
import type { ItemRow } from "../db/work/submissions.ts";

type Values = Omit<ItemRow, "id" | "submissionId" | "state" | "pair" | "baseRelease">;

/** A field as stored: codes joined by `;`, texts trimmed, empty ones null. */
const stored = (form: Field["form"], value: unknown) => {
  if (form === "codes") return (value as string[]).join(";");
  return typeof value === "string" && form !== "code" ? value.trim() || null : value;
};

/** The row of a form's figure. */
export const rowOf = (input: Omit<FigureInput, "baseRelease">): Values => ({
  ...(Object.fromEntries(figureFields.map(({ name, form }) => [propertyOf(name), stored(form, input[name])])) as Pick<
    Values,
    Exclude<Field["name"], "value"> | "obsValue"
  >),
  kind: input.kind,
  source: input.newSource ? null : input.source,
  newSource: input.newSource && JSON.stringify(input.newSource),
  reason: input.reason,
  reasonText: input.reasonText?.trim() || null,
  confirmation: input.confirmation?.trim() || null,
  place: input.place?.trim() || null,
  evidence: JSON.stringify(input.evidence),
});

/** The figure of a row, with its new source if any. */
const figureOf = (row: ItemRow) =>
  Object.fromEntries(
    figureFields.flatMap(({ name, form }) => {
      const value = row[propertyOf(name)];
      const field = [name, form === "codes" ? String(value).split(";").filter(Boolean) : value];
      return name === "source" ? [field, ["newSource", row.newSource && JSON.parse(row.newSource)]] : [field];
    }),
  ) as FigureKey & FigureContent & Pick<ProposedFigure, "newSource">;

/** A row as input of the checks. */
export const proposedOf = (row: ItemRow): ProposedFigure => ({
  kind: row.kind,
  ...figureOf(row),
  reason: row.reason,
  reasonText: row.reasonText,
  confirmation: row.confirmation,
  place: row.place,
});

/** A row as input of the form. */
export const inputOf = (row: ItemRow) => {
  const figure = proposedOf(row);
  return {
    ...figure,
    obsStatus: [...figure.obsStatus],
    reason: row.reason as FigureInput["reason"],
    evidence: JSON.parse(row.evidence) as string[],
  };
};
