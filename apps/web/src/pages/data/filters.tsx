import * as areaNames from "@moc2030/shared/text/area-names";
import { shortCompiler } from "@moc2030/shared/text/compiler-name";
import type { Area, Compiler, IndicatorItem } from "../../client/api.ts";
import { GetForm } from "../../document/get-form.tsx";
import { matching } from "../../text/fold.ts";
import { useText } from "../../text/text.tsx";
import { ChoiceLinks } from "../../ui/choice-links.tsx";
import { SelectField, sameWord, TickBox } from "../../ui/fields.tsx";
import { areaOptions } from "../../words/area-options.ts";
import { Choice } from "./choice.tsx";
import type { DataSearch } from "./search.ts";

type Props = {
  search: DataSearch;
  indicators: readonly IndicatorItem[];
  areas: readonly Area[];
  compilers: readonly Compiler[];
};

/** The parameters that this form sets, and `page`, which a new filter resets. */
const OWN = ["indicator", "area", "compiler", "from", "to", "history", "include", "labels", "page", "find"];

/** With more indicators, the list has those that the server finds. */
const MOST = 60;

/** The filter form: indicators, economies, compilers, years. An empty field means all, except economies: Viet Nam. */
export function Filters({ search, indicators, areas, compilers }: Props) {
  const { say } = useText();
  const made = indicators
    .filter(({ code }) => !search.indicator || search.indicator.includes(code))
    .flatMap(({ coverage }) => coverage.map((one) => one.compiler));
  const all = indicators.map(({ code, name }) => ({ value: code, label: name }));
  const { indicator: chosen = [], find = "" } = search;
  const listed = new Set(matching(all, find).slice(0, MOST));
  return (
    <GetForm own={OWN} className="no-print mt-6 grid gap-x-8 gap-y-5 rounded-[6px] bg-sunken p-3 sm:p-5 md:grid-cols-2">
      <Choice
        name="indicator"
        label={say("data.indicators")}
        open={say("data.chooseIndicators")}
        hint={say("data.indicatorHint")}
        options={all.length > MOST ? all.filter((one) => listed.has(one) || chosen.includes(one.value)) : all}
        among={all.length > MOST ? { all: all.length, find } : undefined}
        chosen={chosen}
      >
        {search.indicator ? null : (
          <p className="mt-1 text-sm text-soft">{say("data.allIndicators", { n: indicators.length })}</p>
        )}
      </Choice>
      <AreaChoice search={search} areas={areas} />
      <Boxes
        label={say("data.compilers")}
        boxes={compilers
          .filter(({ code }) => made.includes(code) || search.compiler?.includes(code))
          .map(({ code, name }) => ({
            ...{ name: "compiler", value: code, label: shortCompiler(name) },
            isTicked: search.compiler?.includes(code) ?? false,
          }))}
      />
      <div className="grid content-start gap-5">
        <Years search={search} indicators={indicators} />
        <Boxes
          label={say("data.more")}
          boxes={[
            { name: "history", value: "true", label: say("data.history"), isTicked: search.history !== undefined },
            { name: "include", value: "target", label: say("data.target"), isTicked: search.include !== undefined },
            { name: "labels", value: "both", label: say("data.labels"), isTicked: search.labels !== undefined },
          ]}
        />
      </div>
      <p className="md:col-span-2">
        <button id="apply" type="submit" className="button button-main">
          {say("data.apply")}
        </button>
      </p>
    </GetForm>
  );
}

function AreaChoice({ search, areas }: Pick<Props, "search" | "areas">) {
  const { say, lang } = useText();
  const shortcuts = [
    ["data.vietNam", undefined],
    ["data.asean", "ASEAN"],
    ["data.allAreas", "ALL"],
  ] as const;
  return (
    <Choice
      name="area"
      label={say("data.areas")}
      open={say("data.chooseAreas")}
      hint={say("data.areaHint")}
      options={[{ value: "ALL", label: say("data.allAreas") }, ...areaOptions(areas, lang, areaNames)]}
      chosen={search.area ?? []}
    >
      <ChoiceLinks
        choices={shortcuts.map(([text, area]) => ({
          ...{ id: text, label: say(text), change: { area, page: undefined } },
          isChosen: area === search.area?.join(),
        }))}
      />
    </Choice>
  );
}

type BoxesProps = {
  label: string;
  boxes: readonly { name: string; value: string; label: string; isTicked: boolean }[];
};

function Boxes({ label, boxes }: BoxesProps) {
  if (boxes.length === 0) return null;
  return (
    <fieldset>
      <legend className="text-sm font-semibold">{label}</legend>
      <div className="mt-1 flex flex-wrap gap-x-6">
        {boxes.map(({ name, value, label: text, isTicked }) => (
          <TickBox key={name + value} {...{ name, value, isTicked }}>
            {text}
          </TickBox>
        ))}
      </div>
    </fieldset>
  );
}

/** First and last year; the wrong way round they are turned (`parseData`). */
function Years({ search, indicators }: Pick<Props, "search" | "indicators">) {
  const { say } = useText();
  const covered = indicators.flatMap(({ coverage }) => coverage.flatMap((one) => [one.from, one.to]));
  const ends = [...covered, search.from ?? [], search.to ?? []].flat();
  const first = Math.min(...ends);
  const all = ends.length > 0 ? Array.from({ length: Math.max(...ends) - first + 1 }, (_, i) => first + i) : [];
  return (
    <div className="grid grid-cols-2 gap-3">
      {(["from", "to"] as const).map((end) => (
        <SelectField
          key={end}
          id={end}
          label={say(`compare.${end}`)}
          defaultValue={search[end] ?? ""}
          none={say(end === "from" ? "data.first" : "data.last")}
          choices={all.map(sameWord)}
        />
      ))}
    </div>
  );
}
