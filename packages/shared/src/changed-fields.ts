import { type ContentField, contentFields } from "./figure/fields.ts";
import type { FigureContent, PublishedFigure } from "./figure.ts";
import { sameNumber } from "./number-text.ts";
import { normalText } from "./text-clean.ts";

/** The fields that are compared as they stand. */
const plainFields = contentFields.flatMap(({ name }) => (name === "value" || name === "obsStatus" ? [] : [name]));

/** Whether a field came after the first version of the list: who does not know of it leaves it as it is. */
const isLater = (name: ContentField["name"]) => contentFields.some((field) => field.name === name && field.since > 1);

// What was stored before texts were composed is not changed by the same text in another form.
const inNormalForm = (value: string | number | null | undefined) =>
  typeof value === "string" ? normalText(value) : (value ?? null);

/** In what a proposal differs from what is published already, numbers compared as numbers; empty where it says the same. A text that is stored in no canonical form differs from every number. */
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
