import { FIELDS_VERSION, type Field, figureFields } from "@moc2030/shared/figure/fields";
import type { NotNull } from "drizzle-orm";
import { integer, text } from "drizzle-orm/sqlite-core";

const aText = () => text("" as string);
const anInteger = () => integer("" as string);
type Text = ReturnType<typeof aText>;
type Integer = ReturnType<typeof anInteger>;

/** `obsValue` is the published text, `value` the same number for arithmetic. */
type Property<F extends Field> = F extends { name: "value" } ? "obsValue" : F["name"];
type Builder<F extends Field> = F extends { form: "integer" } ? Integer : Text;
type Columns = {
  [F in Field as Property<F>]: F extends { required: true } ? NotNull<Builder<F>> : Builder<F>;
};

/** The row property of a field. */
export const propertyOf = (name: Field["name"]) => (name === "value" ? "obsValue" : name);

/** Columns of a table of figures, except `value`. */
export const figureColumns = (): Columns =>
  Object.fromEntries(
    figureFields.map((field) => {
      const column = field.column.toLowerCase();
      const made = field.form === "integer" ? integer(column) : text(column);
      return [propertyOf(field.name), "required" in field ? made.notNull() : made];
    }),
  ) as Columns;

/**
 * Properties and columns of a published revision in a version of the field list; the seed loader and seals use them.
 */
export const revisionColumns = (version = FIELDS_VERSION): [property: string, column: string][] =>
  figureFields
    .filter(({ since }) => since <= version)
    .flatMap(({ name, column }): [string, string][] => [
      [propertyOf(name), column.toLowerCase()],
      ...(name === "value" ? ([["value", "value"]] as [string, string][]) : []),
    ]);
