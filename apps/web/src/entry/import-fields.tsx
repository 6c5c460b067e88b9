import { revisionReasons } from "@moc2030/shared/figure";
import type { Lang } from "@moc2030/shared/text";
import { useQuery } from "@tanstack/react-query";
import * as api from "../api.ts";
import { address, paths } from "../session/client.ts";
import { useStaffText } from "../text/staff-text.tsx";
import { Combobox } from "../ui/combobox.tsx";
import { field } from "../ui/field.ts";
import { FormField } from "../ui/form-field.tsx";
import { useView } from "../view.tsx";

/** How a table is to be read, and what holds for rows that do not say. */
export type ImportValues = {
  /** Our own header, or a year and a value a line. */
  mapping: "header" | "yearValue";
  indicator: string;
  status: string;
  published: string;
  edition: string;
  source: string;
  reason: string;
  reasonText: string;
  confirmation: string;
};

/** The query of the dry run and of the import; what is empty is left out. */
export function importQueryOf(values: ImportValues, lang: Lang): Record<string, string> {
  const { mapping, indicator, status, ...rest } = values;
  const simple = mapping === "yearValue" ? { mapping: "TIME_PERIOD:0,OBS_VALUE:1", indicator, status } : {};
  return Object.fromEntries(
    Object.entries({ numbers: lang, lang, ...simple, ...rest }).filter(([, value]) => value.trim() !== ""),
  );
}

type Props = {
  values: ImportValues;
  set: (values: ImportValues) => void;
  indicators: { indicator: string; name: string }[];
};

/** Asks how the table is to be read. */
export function ImportFields({ values, set, indicators }: Props) {
  const { say } = useStaffText();
  const sources = useQuery(api.sources(useView()));
  const chosen = sources.data?.items.find(({ id }) => id === values.source);
  const change = (part: Partial<ImportValues>) => set({ ...values, ...part });
  const indicator = values.indicator || (indicators[0]?.indicator ?? "");
  return (
    <>
      <fieldset>
        <legend className="text-sm font-semibold">{say("import.shape")}</legend>
        {(["yearValue", "header"] as const).map((mapping) => (
          <label key={mapping} className="flex min-h-11 items-center gap-2 text-sm">
            <input
              type="radio"
              name="mapping"
              className="size-5"
              checked={values.mapping === mapping}
              onChange={() => change({ mapping, indicator })}
            />
            {say(`import.${mapping}`)}
          </label>
        ))}
      </fieldset>
      <div className="grid gap-5 sm:grid-cols-2">
        <FormField id="import-indicator" label={say("grid.indicator")}>
          {(tied) => (
            <select
              {...tied}
              value={indicator}
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
          <a href={address(paths.entry["template.csv"].$path({ query: { indicator, bom: "true" } as never }))} download>
            {say("import.template")}
          </a>
        </p>
      </div>
      {values.mapping === "yearValue" ? (
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
        </div>
      ) : null}
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
      <details className="more">
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
