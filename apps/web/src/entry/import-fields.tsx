import { COUNTRY } from "@moc2030/shared/country";
import { revisionReasons } from "@moc2030/shared/figure";
import { useQuery } from "@tanstack/react-query";
import * as api from "../api.ts";
import { sortedAreas } from "../area-options.ts";
import { address, paths } from "../session/client.ts";
import { useStaffText } from "../text/staff-text.tsx";
import { Combobox } from "../ui/combobox.tsx";
import { field } from "../ui/field.ts";
import { FormField } from "../ui/form-field.tsx";
import { useView } from "../view.tsx";
import { ColumnFields } from "./column-fields.tsx";
import type { ImportValues } from "./import-values.ts";

type Props = {
  values: ImportValues;
  set: (values: ImportValues) => void;
  /** What stands at the top of the table's columns. */
  cells: readonly string[];
  indicators: { indicator: string; name: string; compiler: string }[];
  /** Whether a row was refused for want of a reason. */
  wantsReason: boolean;
};

/** Asks how the table is to be read, and what holds for all its rows. */
export function ImportFields({ values, set, cells, indicators, wantsReason }: Props) {
  const { say, lang } = useStaffText();
  const view = useView();
  const sources = useQuery(api.sources(view));
  const chosen = sources.data?.items.find(({ id }) => id === values.source);
  const change = (part: Partial<ImportValues>) => set({ ...values, ...part });
  return (
    <>
      <fieldset>
        <legend className="text-sm font-semibold">{say("import.shape")}</legend>
        {(["columns", "header"] as const).map((shape) => (
          <label key={shape} className="flex min-h-11 items-center gap-2 text-sm">
            <input
              type="radio"
              name="shape"
              className="size-5 shrink-0"
              checked={values.shape === shape}
              onChange={() => change({ shape })}
            />
            {say(`import.shape.${shape}`)}
          </label>
        ))}
      </fieldset>
      <FormField id="import-delimiter" label={say("import.delimiter")}>
        {(tied) => (
          <select
            {...tied}
            value={values.delimiter}
            onChange={(event) => change({ delimiter: event.target.value as ImportValues["delimiter"] })}
            className={`${field} max-w-xs`}
          >
            <option value="">{say("import.delimiter.auto")}</option>
            {(["tab", "semicolon", "comma"] as const).map((name) => (
              <option key={name} value={name}>
                {say(`import.delimiter.${name}`)}
              </option>
            ))}
          </select>
        )}
      </FormField>
      {values.shape === "columns" && cells.length > 0 ? (
        <ColumnFields cells={cells} columns={values.columns} set={(columns) => change({ columns })} />
      ) : null}
      <div className="grid gap-5 sm:grid-cols-2">
        <FormField id="import-indicator" label={say("grid.indicator")}>
          {(tied) => (
            <select
              {...tied}
              value={values.indicator}
              onChange={(event) => change({ indicator: event.target.value })}
              className={field}
            >
              {indicators.map((one) => (
                <option key={one.indicator} value={one.indicator}>
                  {one.name}
                </option>
              ))}
            </select>
          )}
        </FormField>
        <p className="self-end pb-2 text-sm">
          <a
            href={address(
              paths.entry["template.csv"].$path({
                query: { indicator: values.indicator, locale: lang, bom: "true" } as never,
              }),
            )}
            download
          >
            {say("import.template")}
          </a>
        </p>
      </div>
      {values.shape === "columns" ? <ForAllRows values={values} change={change} indicators={indicators} /> : null}
      <div className="max-w-xl space-y-2">
        <p className="text-sm">
          {chosen ? <strong>{chosen.title}</strong> : <span className="text-soft">{say("import.sourceHint")}</span>}
        </p>
        <Combobox
          label={say("import.source")}
          placeholder={say("form.sourceFind")}
          options={(sources.data?.items ?? []).map(({ id, title, publisher }) => ({
            value: id,
            label: `${title}, ${publisher}`,
          }))}
          onChoose={(source) => change({ source })}
        />
      </div>
      <details className="more" open={wantsReason || values.reason !== "" || undefined}>
        <summary>{say("import.reasons")}</summary>
        <div className="mt-3 grid gap-5 sm:grid-cols-2">
          <FormField id="import-reason" label={say("form.reason")}>
            {(tied) => (
              <select
                {...tied}
                value={values.reason}
                onChange={(event) => change({ reason: event.target.value })}
                className={field}
              >
                <option value="">{say("form.reasonChoose")}</option>
                {revisionReasons.map((reason) => (
                  <option key={reason} value={reason}>
                    {say(`reasonFor.${reason}`)}
                  </option>
                ))}
              </select>
            )}
          </FormField>
          <FormField id="import-reason-text" label={say("form.reasonText")}>
            {(tied) => (
              <input
                {...tied}
                type="text"
                value={values.reasonText}
                onChange={(event) => change({ reasonText: event.target.value })}
                className={field}
              />
            )}
          </FormField>
        </div>
      </details>
    </>
  );
}

type AllProps = Pick<Props, "values" | "indicators"> & { change: (part: Partial<ImportValues>) => void };

/** What holds for every row of a table that has no column for it. */
function ForAllRows({ values, change, indicators }: AllProps) {
  const { say, lang } = useStaffText();
  const view = useView();
  const compilers = useQuery(api.compilers(view));
  const areas = useQuery(api.areas(view));
  const official = indicators.find(({ indicator }) => indicator === values.indicator)?.compiler ?? "";
  const economies = sortedAreas(areas.data?.items.filter(({ kind }) => kind !== "group") ?? [], lang);
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <FormField id="import-status" label={say("form.grade")}>
        {(tied) => (
          <select
            {...tied}
            value={values.status}
            onChange={(event) => change({ status: event.target.value })}
            className={field}
          >
            <option value="A">{say("grade.final")}</option>
            <option value="P">{say("grade.provisional")}</option>
            <option value="E">{say("grade.estimate")}</option>
          </select>
        )}
      </FormField>
      <FormField id="import-published" label={say("form.published")}>
        {(tied) => (
          <input
            {...tied}
            type="date"
            value={values.published}
            onChange={(event) => change({ published: event.target.value })}
            className={field}
          />
        )}
      </FormField>
      <FormField id="import-compiler" label={say("form.compiler")}>
        {(tied) => (
          <select
            {...tied}
            value={values.compiler || official}
            onChange={({ target }) => change({ compiler: target.value === official ? "" : target.value })}
            className={field}
          >
            {(compilers.data?.items ?? []).map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        )}
      </FormField>
      <FormField id="import-area" label={say("field.refArea")}>
        {(tied) => (
          <select
            {...tied}
            value={values.area || COUNTRY}
            onChange={({ target }) => change({ area: target.value === COUNTRY ? "" : target.value })}
            className={field}
          >
            {economies.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        )}
      </FormField>
      <FormField id="import-edition" label={say("form.edition")} hint={say("form.editionHint")}>
        {(tied) => (
          <input
            {...tied}
            type="text"
            value={values.edition}
            onChange={(event) => change({ edition: event.target.value })}
            className={field}
          />
        )}
      </FormField>
    </div>
  );
}
