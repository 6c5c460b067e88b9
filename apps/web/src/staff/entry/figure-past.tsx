import { type Neighbour, nearestTo } from "@moc2030/shared/entry/neighbours";
import { useQuery } from "@tanstack/react-query";
import type { ComponentProps } from "react";
import { useStaffText } from "../../text/staff-text.tsx";
import { PastFacts } from "../submissions/past-facts.tsx";
import { figurePastRead } from "./reads.ts";

type Props = Pick<ComponentProps<typeof PastFacts>, "titleId" | "indicator"> & {
  /** The figure as far as it is typed; without a compiler of its own it is of the official one. */
  figure: { indicator: string; compiler: string | null; refArea: string; timePeriod: number };
  value: string | null;
  edition: string | null;
  /** The same figure of other economies in the same table or draft. */
  beside: readonly Neighbour[];
};

/** What a figure is seen against while it is entered. */
export function FigurePast({ titleId, indicator, figure, value, edition, beside }: Props) {
  const { say } = useStaffText();
  const read = useQuery(figurePastRead(figure.indicator, figure.timePeriod, figure.compiler, figure.refArea));
  if (!read.data) return <p className="text-sm text-soft">{say(read.isError ? "past.failed" : "effect.loading")}</p>;
  const { key, neighbours, ...past } = read.data;
  const areas = new Set(beside.map(({ refArea }) => refArea));
  const near = nearestTo(value, [
    ...neighbours
      .filter((one) => edition !== null && one.edition === edition && !areas.has(one.refArea))
      .map((one) => ({ ...one, proposed: false })),
    ...beside.map((one) => ({ ...one, proposed: true })),
  ]);
  return (
    <PastFacts
      titleId={titleId}
      past={{ ...past, neighbours: near }}
      figure={{ compiler: key.compiler, timePeriod: key.timePeriod, value }}
      indicator={indicator}
    />
  );
}
