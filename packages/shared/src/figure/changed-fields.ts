import { normalText } from "../text/clean.ts";
import { type ContentField, contentFields } from "./fields.ts";
import type { FigureContent, PublishedFigure } from "./figure.ts";
import { sameNumber } from "./number-text.ts";

/** Fields compared by strict equality. */
const plainFields = contentFields.flatMap(({ name }) => (name === "value" || name === "obsStatus" ? [] : [name]));

/** Whether a field was added after version 1; clients that do not send it leave it unchanged. */
const isLater = (name: ContentField["name"]) => contentFields.some((field) => field.name === name && field.since > 1);

// Texts stored before NFC was enforced: another normal form alone is not a change.
const inNormalForm = (value: string | number | null | undefined) =>
  typeof value === "string" ? normalText(value) : (value ?? null);

/** Fields in which a proposal differs from the published figure, numbers compared by value. A stored text that is not canonical differs from every number. */
export function changedFields(
  figure: FigureContent,
  current: FigureContent & Pick<PublishedFigure, "storedAs">,
): (keyof FigureContent)[] {
  const codes = (list: readonly string[]) => [...list].sort().join(";");
  return [
    ...(sameNumber(figure.value, current.value) && current.storedAs === undefined ? [] : ["value" as const]),
    ...(codes(figure.obsStatus) === codes(current.obsStatus) ? [] : ["obsStatus" as const]),
    ...plainFields.filter(
      (field) =>
        !(isLater(field) && figure[field] === null) && inNormalForm(figure[field]) !== inNormalForm(current[field]),
    ),
  ];
}
