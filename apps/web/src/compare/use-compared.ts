import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { observations } from "../api.ts";
import type { CompareSearch } from "../search.ts";
import { today } from "../today.ts";
import { areThere, useComplete } from "../use-answers.ts";
import { useView } from "../view.tsx";
import { aroundOf, type Comparison, focusOf } from "./comparison.ts";
import { compareReads } from "./reads.ts";
import { chosenAreas, comparables, comparedLines, GROUP, membersOn } from "./state.ts";

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
  const around = useMemo(
    () => shown && aroundOf(shown, members, one.items, areaList.items, { from, to }),
    [shown, members, one, areaList, from, to],
  );
  const compared = useMemo(() => {
    if (!shown || !around || drawn.length === 0) return null;
    const figures = isMore ? [...one.items, ...two.items] : one.items;
    const lines = comparedLines(figures, drawn, shown.compiler, around.years, around.nameOf);
    return { all, areas: areaList.items, day, lines, ...around, focus: focusOf(drawn), release: catalogue.release };
  }, [all, shown, drawn, around, one, two, isMore, areaList, catalogue, day]);
  return { compared, search };
}
