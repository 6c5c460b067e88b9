import { useSuspenseQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type Area, type Observations, observations } from "../api.ts";
import { type Compared, type Positions, positions } from "../positions.ts";
import type { CompareSearch } from "../search.ts";
import { today } from "../today.ts";
import { useView } from "../view.tsx";
import { compareReads } from "./reads.ts";
import {
  type Comparable,
  chosenAreas,
  comparables,
  comparedLines,
  FOCUS,
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

/** Reads what an address asks for. The same object as long as neither the address nor the figures change, so that a chart of it need not be drawn again. */
export function useCompared(search: CompareSearch): Comparison | null {
  const view = useView();
  const reads = compareReads(view, search.indicator);
  const { data: catalogue } = useSuspenseQuery(reads.indicators);
  const { data: areaList } = useSuspenseQuery(reads.areas);
  const day = view.asOf ?? today();
  const all = useMemo(() => comparables(catalogue.items), [catalogue]);
  const shown = all.find(({ indicator }) => indicator.code === search.indicator) ?? all[0];
  const members = useMemo(() => membersOn(areaList.items, GROUP, day), [areaList, day]);
  const asking = search.areas?.join(",");
  const drawn = useMemo(() => chosenAreas(asking?.split(","), areaList.items, day), [asking, areaList, day]);
  const others = drawn.filter((area) => !members.includes(area)).sort();
  const code = shown?.indicator.code ?? "";
  // Two reads that stay the same while members come and go: the group, and whoever else was asked for (nobody: the group again).
  const groupRead = shown ? observations(view, { indicator: code, area: GROUP }) : compareReads(view).group;
  const { data: one } = useSuspenseQuery(groupRead);
  const isMore = shown !== undefined && others.length > 0;
  const { data: two } = useSuspenseQuery(
    isMore ? observations(view, { indicator: code, area: others.join(",") }) : groupRead,
  );
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
  return useMemo(() => {
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
      focus: drawn.includes(FOCUS) ? FOCUS : (drawn[0] ?? FOCUS),
      release: catalogue.release,
    };
  }, [all, shown, members, drawn, around, one, two, isMore, areaList, catalogue, day]);
}
