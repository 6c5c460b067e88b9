import { changeBetween, comparable } from "@moc2030/shared/outlook/components";
import type { ComponentChanges as Found } from "@moc2030/shared/schema/components";
import { Fragment } from "react";
import { PageLink } from "../../address/page-link.tsx";
import { GetForm } from "../../document/get-form.tsx";
import { useText } from "../../text/text.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { SelectField, sameWord } from "../../ui/fields.tsx";
import { Folded } from "../../ui/folded.tsx";
import { Section } from "../../ui/section.tsx";
import {
  barName,
  barSentence,
  besideSentence,
  changeSentence,
  decimalsOf,
  distanceSentence,
  signed,
} from "../../words/components.ts";
import { isOfEdition, type Kind, number } from "../../words/format.ts";
import type { Detail } from "./facts.ts";
import type { IndicatorSearch } from "./search.ts";

type Props = { detail: Detail; search: IndicatorSearch; nameOf: (area: string) => string };

/** What moved the figure, where the distance to the target's rank lies, and how that bar has risen. */
export function ComponentChanges({ detail, search, nameOf }: Props) {
  const text = useText();
  const all = detail.components;
  if (!all) return null;
  const asked = changeBetween(all, search);
  const found = asked.ok ? asked : changeBetween(all, {});
  const change = found.ok ? found.change : null;
  const bars = all.targets.filter(({ bar }) => bar.length > 0);
  const beside = besideSentence(all, text);
  if (!change && bars.length === 0 && !beside) return null;
  const kind: Kind = detail.indicator.score ? "index" : detail.indicator.valueKind;
  return (
    <Section id="components" title={text.say("components.title")} className="mt-12" look="text-xl">
      {change ? <p className="measure mt-2">{changeSentence(all, change, kind, text)}</p> : null}
      {bars.map((bar) => (
        <p key={bar.targetId} className="measure mt-2">
          {[distanceSentence(all, bar, nameOf, text), barSentence(all, bar, text)].filter(Boolean).join(" ")}
        </p>
      ))}
      {beside ? (
        <p className="measure mt-2">
          {beside} {text.say("components.see")}{" "}
          {all.beside.map(({ indicator, name }, index) => (
            <Fragment key={indicator}>
              {index > 0 ? ", " : null}
              <PageLink to={`/indicators/${indicator}`}>{name}</PageLink>
            </Fragment>
          ))}
          .
        </p>
      ) : null}
      {change ? (
        <Folded
          onPhone
          isOpen={search.from !== undefined || search.to !== undefined}
          summary={text.say(isOfEdition(kind) ? "components.open" : "components.openYears")}
        >
          <Parts all={all} change={change} />
        </Folded>
      ) : null}
      <Bars all={all} nameOf={nameOf} />
    </Section>
  );
}

/** Each component's part of the change and of the distance, for two editions that a form chooses. */
function Parts({ all, change }: { all: Found; change: Found["changes"][number] }) {
  const text = useText();
  const { say } = text;
  const decimals = decimalsOf(all);
  const write = (value: number | null | undefined) => (value == null ? "–" : signed(value, decimals, text));
  const years = comparable(all);
  const distance = all.targets[0]?.distance;
  const held = all.targets[0]?.bar.find(({ timePeriod }) => timePeriod === distance?.timePeriod);
  const rows = [
    ...all.components.map(({ indicator, name }) => ({
      ...{ key: indicator, name },
      change: change.components.find((one) => one.indicator === indicator)?.change,
      distance: distance?.components.find((one) => one.indicator === indicator)?.change,
    })),
    { key: "", name: say("components.sum"), change: change.change, distance: distance?.change },
  ];
  return (
    <>
      {years.length > 2 ? (
        <GetForm own={["from", "to"]} hash="components" className="no-print mt-4 flex flex-wrap items-end gap-3">
          <SelectField
            id="from"
            label={say("components.from")}
            defaultValue={change.from}
            choices={years.slice(0, -1).map(sameWord)}
          />
          <SelectField
            id="to"
            label={say("components.to")}
            defaultValue={change.to}
            choices={years.slice(1).map(sameWord)}
          />
          <button type="submit" className="button">
            {say("components.show")}
          </button>
        </GetForm>
      ) : null}
      <DataTable
        caption={say("components.caption", { from: change.from, to: change.to })}
        className="max-w-3xl"
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { label: say("components.component"), cell: ({ name }) => name },
          {
            label: say("components.change", { from: change.from, to: change.to }),
            isNumber: true,
            cell: (row) => write(row.change),
          },
          ...(distance
            ? [
                {
                  label: say("components.toBar", { rank: held?.rank ?? "", year: distance.timePeriod }),
                  isNumber: true as const,
                  cell: (row: (typeof rows)[number]) => write(row.distance),
                },
              ]
            : []),
        ]}
      />
    </>
  );
}

/** By edition, newest first, the country beside the value at the target's rank, and the ranks beside its own. */
function Bars({ all, nameOf }: { all: Found; nameOf: (area: string) => string }) {
  const text = useText();
  const { say, lang } = text;
  const bar = all.targets.find((one) => one.bar.length > 0);
  const write = (value: number | undefined) => (value === undefined ? "–" : number(value, lang));
  if (!bar) return null;
  const years = new Set([
    ...bar.bar.map(({ timePeriod }) => timePeriod),
    ...all.beside.flatMap(({ figures }) => figures.map(({ timePeriod }) => timePeriod)),
  ]);
  const heldIn = (year: number) => bar.bar.find(({ timePeriod }) => timePeriod === year);
  return (
    <Folded summary={say("components.barCaption")} className="mt-3">
      <DataTable
        caption={say("components.barCaption")}
        className="max-w-3xl"
        rows={[...years].sort((a, b) => b - a)}
        rowKey={(year) => year}
        columns={[
          { label: say("whatIf.edition"), cell: (year) => year },
          {
            label: say("components.own"),
            isNumber: true,
            cell: (year) => write(all.editions.find(({ timePeriod }) => timePeriod === year)?.value),
          },
          { label: barName(bar, text), isNumber: true, cell: (year) => write(heldIn(year)?.value) },
          {
            label: say("components.holder"),
            cell: (year) => {
              const held = heldIn(year);
              return held ? say("components.held", { area: nameOf(held.area), rank: held.rank }) : "–";
            },
          },
          ...all.beside.map(({ name, figures }) => ({
            label: name,
            isNumber: true as const,
            cell: (year: number) => figures.find(({ timePeriod }) => timePeriod === year)?.value ?? "–",
          })),
        ]}
      />
    </Folded>
  );
}
