import { type ImportColumn, importColumns } from "@moc2030/shared/entry/import-row";
import { COUNTRY } from "@moc2030/shared/figure/country";
import { revisionReasons } from "@moc2030/shared/figure/figure";
import { writtenDay } from "@moc2030/shared/text/written-day";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useView } from "../../address/view.tsx";
import * as api from "../../client/api.ts";
import { useStaffText } from "../../text/staff-text.tsx";
import { DayField, RadioGroup, SelectField, TextField } from "../../ui/fields.tsx";
import { sortedAreas } from "../../words/area-options.ts";
import { address, paths } from "../session/client.ts";
import { choiceTextId, columnTextId } from "./field-text-id.ts";
import type { ImportValues } from "./import-values.ts";
import { SourceChoice } from "./source-choice.tsx";

type Part = { values: ImportValues; change: (part: Partial<ImportValues>) => void };
type Props = Part & {
  /** Column headings of the table. */
  cells: readonly string[];
  indicators: { indicator: string; name: string; compiler: string }[];
  /** Whether any row was refused for a missing reason. */
  wantsReason: boolean;
};

/** Select options for items with a code. */
const byCode = (items: readonly { code: string; name: string }[] = []) =>
  items.map(({ code, name }) => ({ value: code, label: name }));

/** `value` and `onChange` of a control bound to one import option. */
const tie = <N extends Exclude<keyof ImportValues, "columns">>(name: N, { values, change }: Part) => ({
  id: `import-${name}`,
  value: values[name] as string,
  onChange: (value: string) => change({ [name]: value }),
});

/** Import options: how to parse the table, and defaults for all rows. */
export function ImportFields({ cells, indicators, wantsReason, ...part }: Props) {
  const { values, change } = part;
  const { say, lang } = useStaffText();
  const sources = useQuery(api.sources(useView())).data?.items ?? [];
  const template = { indicator: values.indicator, locale: lang, bom: "true" };
  return (
    <>
      <RadioGroup
        name="shape"
        legend={say("import.shape")}
        choices={(["columns", "header"] as const).map((value) => ({ value, label: say(`import.shape.${value}`) }))}
        value={values.shape}
        onChange={(shape) => change({ shape })}
      />
      <SelectField
        {...tie("delimiter", part)}
        label={say("import.delimiter")}
        choices={(["auto", "tab", "semicolon", "comma"] as const).map((name) => ({
          value: name === "auto" ? "" : name,
          label: say(`import.delimiter.${name}`),
        }))}
        className="max-w-xs"
      />
      {values.shape === "columns" && cells.length > 0 ? <ColumnFields cells={cells} {...part} /> : null}
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField
          {...tie("indicator", part)}
          label={say("grid.indicator")}
          choices={indicators.map(({ indicator, name }) => ({ value: indicator, label: name }))}
        />
        <p className="self-end pb-2 text-sm">
          <a href={address(paths.entry["template.csv"].$path({ query: template as never }))} download>
            {say("import.template")}
          </a>
        </p>
      </div>
      {values.shape === "columns" ? (
        <ForAllRows
          {...part}
          official={indicators.find(({ indicator }) => indicator === values.indicator)?.compiler ?? ""}
        />
      ) : null}
      <div className="max-w-xl">
        <SourceChoice
          sources={sources}
          value={values.source}
          label={say("import.source")}
          none={say("import.sourceHint")}
          onChange={(source) => change({ source })}
        />
      </div>
      <details className="more" open={wantsReason || values.reason !== "" || undefined}>
        <summary>{say("import.reasons")}</summary>
        <div className="mt-3 grid gap-5 sm:grid-cols-2">
          <SelectField
            {...tie("reason", part)}
            label={say("form.reason")}
            choices={["", ...revisionReasons].map((value) => ({ value, label: say(choiceTextId("reason", value)) }))}
          />
          <TextField {...tie("reasonText", part)} label={say("form.reasonText")} />
        </div>
      </details>
    </>
  );
}

/** Defaults for columns that the table does not have. Default values are not sent. */
function ForAllRows({ official, ...part }: Part & { official: string }) {
  const { values, change } = part;
  const { say, lang } = useStaffText();
  const [hasLeft, setLeft] = useState(false);
  const isWrong = hasLeft && values.published.trim() !== "" && writtenDay(values.published) === undefined;
  const view = useView();
  const compilers = useQuery(api.compilers(view));
  const areas = useQuery(api.areas(view));
  const economies = sortedAreas(areas.data?.items.filter(({ kind }) => kind !== "group") ?? [], lang);
  const grades = { A: "final", P: "provisional", E: "estimate" } as const;
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <SelectField
        {...tie("status", part)}
        label={say("form.grade")}
        choices={Object.entries(grades).map(([value, grade]) => ({ value, label: say(`grade.${grade}`) }))}
      />
      <DayField
        {...tie("published", part)}
        label={say("form.published")}
        onBlur={() => setLeft(true)}
        error={isWrong ? say("field.noDay", { text: values.published }) : null}
      />
      <SelectField
        {...tie("compiler", part)}
        label={say("form.compiler")}
        choices={byCode(compilers.data?.items)}
        value={values.compiler || official}
        onChange={(compiler) => change({ compiler: compiler === official ? "" : compiler })}
      />
      <SelectField
        {...tie("area", part)}
        label={say("field.refArea")}
        choices={byCode(economies)}
        value={values.area || COUNTRY}
        onChange={(area) => change({ area: area === COUNTRY ? "" : area })}
      />
      <TextField {...tie("edition", part)} label={say("form.edition")} hint={say("form.editionHint")} />
    </div>
  );
}

const NEEDED: readonly ImportColumn[] = ["TIME_PERIOD", "OBS_VALUE"];
const OTHERS = importColumns.filter((name) => !NEEDED.includes(name) && !name.startsWith("REASON"));

/** Maps table columns to fields. */
function ColumnFields({ cells, values: { columns }, change }: Part & { cells: readonly string[] }) {
  const { say } = useStaffText();
  const places = cells.map((cell, index) => ({
    value: String(index),
    label: say("import.columnNo", { n: index + 1, name: cell.slice(0, 40) || "–" }),
  }));
  const select = (name: ImportColumn) => {
    const isSettled = NEEDED.includes(name) && columns[name] !== undefined;
    return (
      <SelectField
        key={name}
        id={`column-${name}`}
        label={say("import.column", { name: say(columnTextId(name)) })}
        choices={[...(isSettled ? [] : [{ value: "", label: say("import.noColumn") }]), ...places]}
        value={columns[name] ?? ""}
        onChange={(place) => {
          const { [name]: _, ...rest } = columns;
          change({ columns: place === "" ? rest : { ...rest, [name]: Number(place) } });
        }}
      />
    );
  };
  return (
    <fieldset>
      <legend className="text-sm font-semibold">{say("import.columns")}</legend>
      <div className="mt-2 grid gap-5 sm:grid-cols-2">{NEEDED.map(select)}</div>
      {cells.length > NEEDED.length ? (
        <details className="more mt-3" open={OTHERS.some((name) => columns[name] !== undefined) || undefined}>
          <summary>{say("import.columnsMore")}</summary>
          <div className="mt-3 grid gap-5 sm:grid-cols-2">{OTHERS.map(select)}</div>
        </details>
      ) : null}
    </fieldset>
  );
}
