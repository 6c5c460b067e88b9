import { COUNTRY } from "@moc2030/shared/country";
import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type Area, type Observations, observations } from "../api.ts";
import { type Compared, type Positions, positions } from "../positions.ts";
import type { CompareSearch } from "../search.ts";
import { today } from "../today.ts";
import { areThere, useComplete } from "../use-answers.ts";
import { useView } from "../view.tsx";
import { compareReads } from "./reads.ts";
import {
  type Comparable,
  chosenAreas,
  comparables,
  comparedLines,
  GROUP,
  membersOn,
  shownYears,
  usualYears,
} from "./state.ts";

/** Everything that an address shows; null where nothing was known on its day. */
export type Comparison = {
  all: Comparable[];
  shown: Comparable;
  areas: Area[];
  members: string[];
  day: string;
  usual: [number, number];
  years: [number, number];
  lines: Compared[];
  /** The group's places, whether or not all of it is among the lines. */
  group: Positions;
  focus: string;
  release: Observations["release"];
};

/** Reads what an address asks for. `compared` is the same object as long as neither `search` nor the figures change: a chart of it need not be drawn again. */
export function useCompared(address: CompareSearch): { compared: Comparison | null; search: CompareSearch } {
  const view = useView();
  const queries = useQueryClient();
  const reads = compareReads(view);
  const { data: catalogue } = useSuspenseQuery(reads.indicators);
  const { data: areaList } = useSuspenseQuery(reads.areas);
  const day = view.asOf ?? today();
  const all = useMemo(() => comparables(catalogue.items), [catalogue]);
  const members = useMemo(() => membersOn(areaList.items, GROUP, day), [areaList, day]);
  // Two reads that stay the same while members come and go: the group, and whoever else was asked for (nobody: the group again).
  const ask = ({ indicator, areas }: CompareSearch) => {
    const shown = all.find((one) => one.indicator.code === indicator) ?? all[0];
    const code = shown?.indicator.code ?? "";
    const group = shown ? observations(view, { indicator: code, area: GROUP }) : reads.group;
    const others = chosenAreas(areas, areaList.items, day).filter((area) => !members.includes(area));
    const isMore = shown !== undefined && others.length > 0;
    const more = isMore ? observations(view, { indicator: code, area: others.sort().join(",") }) : group;
    return { shown, group, more, isMore };
  };
  const search = useComplete(address, (wanted) => {
    const { group, more } = ask(wanted);
    return areThere(queries, { group, more });
  });
  const { shown, group: groupRead, more: moreRead, isMore } = ask(search);
  const { data: one } = useSuspenseQuery(groupRead);
  const { data: two } = useSuspenseQuery(moreRead);
  const asking = search.areas?.join(",");
  const drawn = useMemo(() => chosenAreas(asking?.split(","), areaList.items, day), [asking, areaList, day]);
  const { from, to } = search;
  // The group by itself: it stays as it is while economies come and go.
  const around = useMemo(() => {
    if (!shown) return null;
    const figures = one.items.filter((o) => members.includes(o.refArea));
    const usual = usualYears(shown, figures);
    const years = shownYears(shown, usual, { from, to });
    const nameOf = (area: string) => areaList.items.find((item) => item.code === area)?.name ?? area;
    const lines = comparedLines(figures, members, shown.compiler, years, nameOf);
    return { usual, years, nameOf, group: positions(lines, shown.indicator.direction) };
  }, [shown, members, one, areaList, from, to]);
  const compared = useMemo(() => {
    if (!shown || !around || drawn.length === 0) return null;
    const { usual, years, group, nameOf } = around;
    const figures = isMore ? [...one.items, ...two.items] : one.items;
    return {
      all,
      shown,
      areas: areaList.items,
      members,
      day,
      usual,
      years,
      lines: comparedLines(figures, drawn, shown.compiler, years, nameOf),
      group,
      focus: drawn.includes(COUNTRY) ? COUNTRY : (drawn[0] ?? COUNTRY),
      release: catalogue.release,
    };
  }, [all, shown, members, drawn, around, one, two, isMore, areaList, catalogue, day]);
  return { compared, search };
}
