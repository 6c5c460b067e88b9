import type { ProposedFigure } from "@moc2030/shared/checks";
import type { FigureContent, FigureKey } from "@moc2030/shared/figure";
import { type Field, figureFields } from "@moc2030/shared/figure/fields";
import type { FigureInput } from "@moc2030/shared/submission";
import { propertyOf } from "../db/figure-columns.ts";
import type { ItemRow } from "../db/work-schema.ts";

type Values = Omit<ItemRow, "id" | "submissionId" | "state" | "pair" | "baseRelease">;

/** A field as its column holds it: codes joined by `;`, typed texts trimmed, null for an empty one. */
const stored = (form: Field["form"], value: unknown) => {
  if (form === "codes") return (value as string[]).join(";");
  return typeof value === "string" && form !== "code" ? value.trim() || null : value;
};

/** A form's figure as its row. */
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

/** A row's figure; a new source stands beside the listed one. */
const figureOf = (row: ItemRow) =>
  Object.fromEntries(
    figureFields.flatMap(({ name, form }) => {
      const value = row[propertyOf(name)];
      const field = [name, form === "codes" ? String(value).split(";").filter(Boolean) : value];
      return name === "source" ? [field, ["newSource", row.newSource && JSON.parse(row.newSource)]] : [field];
    }),
  ) as FigureKey & FigureContent & Pick<ProposedFigure, "newSource">;

/** A row as what the checks read. */
export const proposedOf = (row: ItemRow): ProposedFigure => ({
  kind: row.kind,
  ...figureOf(row),
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
