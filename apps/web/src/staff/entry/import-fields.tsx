import { fileColumns, type ImportColumn } from "@moc2030/shared/entry/import-columns";
import { COUNTRY } from "@moc2030/shared/figure/country";
import { writtenDay } from "@moc2030/shared/text/written-day";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useView } from "../../address/view.tsx";
import * as api from "../../client/api.ts";
import { useStaffText } from "../../text/staff-text.tsx";
import { FieldErrors, RadioGroup, SelectField } from "../../ui/fields.tsx";
import { sortedAreas } from "../../words/area-options.ts";
import { address, paths } from "../session/client.ts";
import { EvidenceField } from "./evidence-field.tsx";
import { columnTextId } from "./field-text-id.ts";
import { FigureFields } from "./figure-fields.tsx";
import type { FormValues } from "./form-state.ts";
import type { ImportValues } from "./import-values.ts";
import { SourceFields } from "./source-fields.tsx";
import type { Letter } from "./use-letter.ts";

type Part = { values: ImportValues; change: (part: Partial<ImportValues>) => void };
type Props = Part & {
  /** Column headings of the table. */
  cells: readonly string[];
  indicators: { indicator: string; name: string; compiler: string }[];
  /** Copies of the source that are there already. */
  files: Letter["files"];
  /** Whether any row was refused for a missing reason. */
  wantsReason: boolean;
};

/** Select options for items with a code. */
const byCode = (items: readonly { code: string; name: string }[] = []) =>
  items.map(({ code, name }) => ({ value: code, label: name }));

/** `value` and `onChange` of a control bound to one import option. */
const tie = <N extends "delimiter" | "indicator" | "compiler" | "area" | "status">(
  name: N,
  { values, change }: Part,
) => ({
  id: `import-${name}`,
  value: values[name] as string,
  onChange: (value: string) => change({ [name]: value }),
});

/** Import options: how to parse the table, and what is said once for all rows. */
export function ImportFields({ cells, indicators, files, wantsReason, ...part }: Props) {
  const { values, change } = part;
  const { say, lang } = useStaffText();
  const template = { indicator: values.indicator, locale: lang, bom: "true" };
  const isOurs = values.shape === "header";
  return (
    <>
      <RadioGroup
        name="shape"
        legend={say("import.shape")}
        choices={(["columns", "header"] as const).map((value) => ({ value, label: say(`import.shape.${value}`) }))}
        value={values.shape}
        onChange={(shape) => change({ shape, status: shape === "header" ? "" : "A" })}
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
      {!isOurs && cells.length > 0 ? <ColumnFields cells={cells} {...part} /> : null}
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
      {isOurs ? null : (
        <SeriesFields
          {...part}
          official={indicators.find(({ indicator }) => indicator === values.indicator)?.compiler ?? ""}
        />
      )}
      <ForAllRows wantsReason={wantsReason} files={files} {...part} />
    </>
  );
}

/** Compiler and economy of a table without such columns. The usual ones are not sent. */
function SeriesFields({ official, ...part }: Part & { official: string }) {
  const { values, change } = part;
  const { say, lang } = useStaffText();
  const view = useView();
  const compilers = useQuery(api.compilers(view));
  const areas = useQuery(api.areas(view));
  const economies = sortedAreas(areas.data?.items.filter(({ kind }) => kind !== "group") ?? [], lang);
  return (
    <div className="grid gap-5 sm:grid-cols-2">
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
    </div>
  );
}

const GRADES = { A: "final", P: "provisional", E: "estimate" } as const;

/** What is said once and holds for each row that does not say it: grade, edition, day, source, copies, reason. */
function ForAllRows({ wantsReason, files, ...part }: Part & Pick<Props, "files" | "wantsReason">) {
  const { values, change } = part;
  const { say } = useStaffText();
  const sources = useQuery(api.sources(useView())).data?.items ?? [];
  const [hasLeft, setLeft] = useState(false);
  const { published } = values.given;
  const isWrong = hasLeft && published.trim() !== "" && writtenDay(published) === undefined;
  const given = {
    values: values.given,
    set: (more: Partial<FormValues>) => change({ given: { ...values.given, ...more } }),
  };
  return (
    <fieldset
      className="space-y-5 border-t border-line pt-5"
      onBlur={({ target: { id } }) => id === "published" && setLeft(true)}
    >
      <legend className="sr-only">{say("import.forAll")}</legend>
      <p className="text-base font-semibold">{say("import.forAll")}</p>
      <FieldErrors value={isWrong ? { published: say("field.noDay", { text: published }) } : {}}>
        <div className="grid gap-5 sm:grid-cols-2">
          <SelectField
            {...tie("status", part)}
            label={say("form.grade")}
            choices={[
              ...(values.shape === "header" ? [{ value: "", label: say("import.statusOfTable") }] : []),
              ...Object.entries(GRADES).map(([value, grade]) => ({ value, label: say(`grade.${grade}`) })),
            ]}
          />
          <FigureFields names={["edition", "published", "publishedPrecision"]} {...given} />
        </div>
        <SourceFields {...given} sources={sources}>
          <FigureFields names={["place"]} {...given} />
        </SourceFields>
        <EvidenceField {...given} files={files} />
        <details className="more" open={wantsReason || values.given.reason !== "" || undefined}>
          <summary>{say("import.reasons")}</summary>
          <div className="mt-3 grid gap-5 sm:grid-cols-2">
            <FigureFields names={["reason", "reasonText"]} {...given} />
          </div>
        </details>
      </FieldErrors>
    </fieldset>
  );
}

const NEEDED: readonly ImportColumn[] = ["TIME_PERIOD", "OBS_VALUE"];
const OTHERS = fileColumns.filter((name) => !NEEDED.includes(name) && !name.startsWith("REASON"));

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
