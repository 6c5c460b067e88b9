import { useId, useMemo } from "react";
import type { Areas, IndicatorItem } from "../api.ts";
import { areaOptions } from "../area-options.ts";
import { shortCompiler } from "../compiler-name.ts";
import type { DataSearch } from "../search.ts";
import { usePageText } from "../text/page-text.tsx";
import { Chips } from "../ui/chips.tsx";
import { Combobox, type Option } from "../ui/combobox.tsx";
import { field } from "../ui/field.ts";

type Props = {
  search: DataSearch;
  indicators: readonly IndicatorItem[];
  areas: Areas["items"];
  compilers: readonly { code: string; name: string }[];
  onChange: (next: Partial<DataSearch>) => void;
};

const without = (list: readonly string[] | undefined, value: string): string[] | undefined => {
  const left = (list ?? []).filter((one) => one !== value);
  return left.length > 0 ? left : undefined;
};

/** Which indicators, economies, compilers and years. Nothing chosen is everything, but for economies, where it is Viet Nam. */
export function Filters({ search, indicators, areas, compilers, onChange }: Props) {
  const { say } = usePageText();
  const made = indicators
    .filter(({ code }) => !search.indicator || search.indicator.includes(code))
    .flatMap(({ coverage }) => coverage.map((one) => one.compiler));
  return (
    <div className="no-print mt-6 grid gap-x-8 gap-y-5 rounded-[6px] bg-sunken p-3 sm:p-5 md:grid-cols-2">
      <Choice
        label={say("data.indicators")}
        none={say("data.allIndicators", { n: indicators.length })}
        hint={say("data.indicatorHint")}
        options={indicators.map(({ code, name }) => ({ value: code, label: name }))}
        chosen={search.indicator}
        onChosen={(indicator) => onChange({ indicator })}
      />
      <AreaChoice search={search} areas={areas} onChange={onChange} />
      <Checks
        label={say("data.compilers")}
        options={compilers
          .filter(({ code }) => made.includes(code) || search.compiler?.includes(code))
          .map(({ code, name }) => ({ value: code, label: shortCompiler(name) }))}
        chosen={search.compiler ?? []}
        onToggle={(code, isOn) =>
          onChange({ compiler: isOn ? [...(search.compiler ?? []), code].sort() : without(search.compiler, code) })
        }
      />
      <div className="grid content-start gap-5">
        <Years search={search} indicators={indicators} onChange={onChange} />
        <Checks
          label={say("data.more")}
          options={[
            { value: "history", label: say("data.history") },
            { value: "include", label: say("data.target") },
            { value: "labels", label: say("data.labels") },
          ]}
          chosen={(["history", "include", "labels"] as const).filter((name) => search[name])}
          onToggle={(name, isOn) =>
            onChange(
              {
                history: { history: isOn ? ("true" as const) : undefined },
                include: { include: isOn ? ("target" as const) : undefined },
                labels: { labels: isOn ? ("both" as const) : undefined },
              }[name] ?? {},
            )
          }
        />
      </div>
    </div>
  );
}

type ChoiceProps = {
  label: string;
  none: string | null;
  hint: string;
  options: readonly Option[];
  chosen: readonly string[] | undefined;
  onChosen: (codes: string[] | undefined) => void;
};

function Choice({ label, none, hint, options, chosen = [], onChosen }: ChoiceProps) {
  const named = chosen.map((code) => ({
    value: code,
    label: options.find((one) => one.value === code)?.label ?? code,
  }));
  return (
    <div>
      <Combobox
        label={label}
        placeholder={hint}
        options={options.filter((one) => !chosen.includes(one.value))}
        onChoose={(code) => onChosen([...chosen, code])}
      />
      <div className="mt-2">
        {named.length > 0 ? (
          <Chips items={named} onRemove={(code) => onChosen(without(chosen, code))} />
        ) : none ? (
          <p className="text-sm text-soft">{none}</p>
        ) : null}
      </div>
    </div>
  );
}

function AreaChoice({ search, areas, onChange }: Pick<Props, "search" | "areas" | "onChange">) {
  const { say, lang } = usePageText();
  const options = useMemo(() => areaOptions(areas, lang), [areas, lang]);
  const isAll = search.area?.[0] === "ALL";
  const chosen = isAll ? undefined : search.area;
  return (
    <div>
      <Choice
        label={say("data.areas")}
        none={null}
        hint={say("data.areaHint")}
        options={options}
        chosen={chosen}
        onChosen={(area) => onChange({ area })}
      />
      <p className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {(
          [
            ["data.vietNam", undefined],
            ["data.asean", ["ASEAN"]],
            ["data.allAreas", ["ALL"]],
          ] as const
        ).map(([text, area]) => (
          <button
            key={text}
            type="button"
            className="min-h-9 text-accent underline underline-offset-4 disabled:font-semibold disabled:text-ink disabled:no-underline"
            disabled={area?.[0] === search.area?.[0] && (search.area?.length ?? 0) < 2}
            onClick={() => onChange({ area: area && [...area] })}
          >
            {say(text)}
          </button>
        ))}
      </p>
    </div>
  );
}

type ChecksProps = {
  label: string;
  options: readonly Option[];
  chosen: readonly string[];
  onToggle: (value: string, isOn: boolean) => void;
};

function Checks({ label, options, chosen, onToggle }: ChecksProps) {
  if (options.length === 0) return null;
  return (
    <fieldset>
      <legend className="text-xs font-semibold text-soft">{label}</legend>
      <div className="mt-1 flex flex-wrap gap-x-6">
        {options.map(({ value, label: name }) => (
          <label key={value} className="flex min-h-9 cursor-pointer items-start gap-3 py-1.5 text-sm">
            <input
              type="checkbox"
              className="mt-0.5 size-4.5 shrink-0 accent-(--accent)"
              checked={chosen.includes(value)}
              onChange={(event) => onToggle(value, event.target.checked)}
            />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Years({ search, indicators, onChange }: Pick<Props, "search" | "indicators" | "onChange">) {
  const { say } = usePageText();
  const id = useId();
  const covered = indicators.flatMap(({ coverage }) => coverage);
  const [first, last] = [Math.min(...covered.map((one) => one.from)), Math.max(...covered.map((one) => one.to))];
  const all = covered.length > 0 ? Array.from({ length: last - first + 1 }, (_, i) => first + i) : [];
  return (
    <div className="grid grid-cols-2 gap-3">
      {(["from", "to"] as const).map((end) => (
        <div key={end}>
          <label htmlFor={`${id}-${end}`} className="block text-xs font-semibold text-soft">
            {say(`compare.${end}`)}
          </label>
          <select
            id={`${id}-${end}`}
            className={`${field} mt-1`}
            value={search[end] ?? ""}
            onChange={(event) => onChange({ [end]: event.target.value ? Number(event.target.value) : undefined })}
          >
            <option value="">{say(end === "from" ? "data.first" : "data.last")}</option>
            {all.map((year) => (
              <option
                key={year}
                value={year}
                disabled={end === "from" ? year > (search.to ?? 9999) : year < (search.from ?? 0)}
              >
                {year}
              </option>
            ))}
          </select>
        </div>
      ))}
    </div>
  );
}
