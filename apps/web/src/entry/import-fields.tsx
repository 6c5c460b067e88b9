import { COUNTRY } from "@moc2030/shared/country";
import { revisionReasons } from "@moc2030/shared/figure";
import { type ImportColumn, importColumns } from "@moc2030/shared/import-row";
import { useQuery } from "@tanstack/react-query";
import * as api from "../api.ts";
import { sortedAreas } from "../area-options.ts";
import { address, paths } from "../session/client.ts";
import { useStaffText } from "../text/staff-text.tsx";
import { Combobox } from "../ui/combobox.tsx";
import { RadioGroup, SelectField, TextField } from "../ui/fields.tsx";
import { useView } from "../view.tsx";
import { columnWord } from "./field-word.ts";
import type { ImportValues } from "./import-values.ts";

type Part = { values: ImportValues; change: (part: Partial<ImportValues>) => void };
type Props = Part & {
  /** What stands at the top of the table's columns. */
  cells: readonly string[];
  indicators: { indicator: string; name: string; compiler: string }[];
  /** Whether a row was refused for want of a reason. */
  wantsReason: boolean;
};

/** What a select shows of things with codes. */
const byCode = (items: readonly { code: string; name: string }[] = []) =>
  items.map(({ code, name }) => ({ value: code, label: name }));

/** Asks how the table is to be read, and what holds for all its rows. */
export function ImportFields({ values, change, cells, indicators, wantsReason }: Props) {
  const { say, lang } = useStaffText();
  const sources = useQuery(api.sources(useView())).data?.items ?? [];
  const chosen = sources.find(({ id }) => id === values.source);
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
        id="import-delimiter"
        label={say("import.delimiter")}
        choices={(["auto", "tab", "semicolon", "comma"] as const).map((name) => ({
          value: name === "auto" ? "" : name,
          label: say(`import.delimiter.${name}`),
        }))}
        value={values.delimiter}
        onChange={(delimiter) => change({ delimiter: delimiter as ImportValues["delimiter"] })}
        className="max-w-xs"
      />
      {values.shape === "columns" && cells.length > 0 ? (
        <ColumnFields cells={cells} values={values} change={change} />
      ) : null}
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField
          id="import-indicator"
          label={say("grid.indicator")}
          choices={indicators.map(({ indicator, name }) => ({ value: indicator, label: name }))}
          value={values.indicator}
          onChange={(indicator) => change({ indicator })}
        />
        <p className="self-end pb-2 text-sm">
          <a href={address(paths.entry["template.csv"].$path({ query: template as never }))} download>
            {say("import.template")}
          </a>
        </p>
      </div>
      {values.shape === "columns" ? (
        <ForAllRows
          values={values}
          change={change}
          official={indicators.find(({ indicator }) => indicator === values.indicator)?.compiler ?? ""}
        />
      ) : null}
      <div className="max-w-xl space-y-2">
        <p className="text-sm">
          {chosen ? <strong>{chosen.title}</strong> : <span className="text-soft">{say("import.sourceHint")}</span>}
        </p>
        <Combobox
          label={say("import.source")}
          placeholder={say("form.sourceFind")}
          options={sources.map(({ id, title, publisher }) => ({ value: id, label: `${title}, ${publisher}` }))}
          onChoose={(source) => change({ source })}
        />
      </div>
      <details className="more" open={wantsReason || values.reason !== "" || undefined}>
        <summary>{say("import.reasons")}</summary>
        <div className="mt-3 grid gap-5 sm:grid-cols-2">
          <SelectField
            id="import-reason"
            label={say("form.reason")}
            choices={[
              { value: "", label: say("choice.reason.none") },
              ...revisionReasons.map((value) => ({ value, label: say(`choice.reason.${value}`) })),
            ]}
            value={values.reason}
            onChange={(reason) => change({ reason })}
          />
          <TextField
            id="import-reason-text"
            label={say("form.reasonText")}
            value={values.reasonText}
            onChange={(reasonText) => change({ reasonText })}
          />
        </div>
      </details>
    </>
  );
}

/** What holds for every row of a table that has no column for it. */
function ForAllRows({ values, change, official }: Part & { official: string }) {
  const { say, lang } = useStaffText();
  const view = useView();
  const compilers = useQuery(api.compilers(view));
  const areas = useQuery(api.areas(view));
  const economies = sortedAreas(areas.data?.items.filter(({ kind }) => kind !== "group") ?? [], lang);
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <SelectField
        id="import-status"
        label={say("form.grade")}
        choices={[
          { value: "A", label: say("grade.final") },
          { value: "P", label: say("grade.provisional") },
          { value: "E", label: say("grade.estimate") },
        ]}
        value={values.status}
        onChange={(status) => change({ status })}
      />
      <TextField
        id="import-published"
        label={say("form.published")}
        type="date"
        value={values.published}
        onChange={(published) => change({ published })}
      />
      <SelectField
        id="import-compiler"
        label={say("form.compiler")}
        choices={byCode(compilers.data?.items)}
        value={values.compiler || official}
        onChange={(compiler) => change({ compiler: compiler === official ? "" : compiler })}
      />
      <SelectField
        id="import-area"
        label={say("field.refArea")}
        choices={byCode(economies)}
        value={values.area || COUNTRY}
        onChange={(area) => change({ area: area === COUNTRY ? "" : area })}
      />
      <TextField
        id="import-edition"
        label={say("form.edition")}
        hint={say("form.editionHint")}
        value={values.edition}
        onChange={(edition) => change({ edition })}
      />
    </div>
  );
}

const NEEDED: readonly ImportColumn[] = ["TIME_PERIOD", "OBS_VALUE"];
const OTHERS = importColumns.filter((name) => !NEEDED.includes(name) && !name.startsWith("REASON"));

/** Asks which column of a table holds what, by what stands at its top. */
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
        label={say("import.column", { name: say(columnWord(name)) })}
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
