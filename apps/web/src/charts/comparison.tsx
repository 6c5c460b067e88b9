import { type ReactElement, useCallback, useMemo, useState } from "react";
import { type ComparisonLayout, comparisonLayout, nearestArea } from "./comparison-layout.ts";
import { dotSize } from "./comparison-line.tsx";
import { lookOf } from "./comparison-look.ts";
import { ComparisonMarks } from "./comparison-marks.tsx";
import { type ComparisonFigures, type ComparisonState, comparedEntry, comparisonState } from "./comparison-state.ts";
import { LateReader } from "./late-reader.tsx";
import type { ChartFrame } from "./model.ts";
import type { ReaderProps } from "./reader.tsx";
import { Sheet } from "./sheet.tsx";
import { useWidth } from "./use-width.ts";

export type ComparisonProps = ComparisonFigures &
  ChartFrame & {
    /** The area that is lit up, where the page decides it. */
    highlighted?: string | null | undefined;
    onHighlight?: ((area: string | null) => void) | undefined;
  };

/** Areas over editions, one of them in the accent colour. README.md has the props and the grammar. */
export default function Comparison(props: ComparisonProps): ReactElement {
  const { titleId, descriptionId, words, format, height = 420, onHighlight } = props;
  const [box, width] = useWidth();
  const [own, setOwn] = useState<string | null>(null);
  const highlighted = props.highlighted === undefined ? own : props.highlighted;
  const highlight = useCallback(
    (area: string | null) => {
      setOwn(area);
      onHighlight?.(area);
    },
    [onHighlight],
  );
  const { valueKind, frequency, unit, lines, focus, editions } = props;
  const state = useMemo(
    () => comparisonState({ valueKind, frequency, unit, lines, focus, editions }, words, format),
    [valueKind, frequency, unit, lines, focus, editions, words, format],
  );
  const layout = useMemo(
    () => (width === null ? null : comparisonLayout(state, width, height, format.tick)),
    [state, width, height, format],
  );
  return (
    <figure aria-labelledby={titleId} aria-describedby={descriptionId}>
      <div ref={box} style={{ minHeight: height, position: "relative" }}>
        {layout && width !== null && (
          <Drawing
            {...{ titleId, descriptionId, words, format, height, width, state, layout, highlighted, highlight }}
          />
        )}
      </div>
    </figure>
  );
}

type DrawingProps = ChartFrame & {
  state: ComparisonState;
  layout: ComparisonLayout;
  width: number;
  height: number;
  highlighted: string | null;
  highlight: (area: string | null) => void;
};

function Drawing(props: DrawingProps): ReactElement {
  const { state, layout, words, format, titleId, descriptionId, width, height, highlighted, highlight } = props;
  const reader = useMemo((): ReaderProps => {
    const dotsOf = (year: number) =>
      state.runs.flatMap((run) => {
        const mark = run.marks.find(({ timePeriod }) => timePeriod === year);
        const { stroke, bold } = lookOf(run.area, state.focus, highlighted);
        const r = dotSize(run, bold) + 1.5;
        return mark
          ? { key: run.key, cx: layout.x(year), cy: layout.y(mark.value), r, fill: stroke, strokeWidth: 1 }
          : [];
      });
    return {
      ...{ layout, height, titleId, descriptionId, dotsOf },
      rows: state.rows,
      itemSorter: (item) => Number(item.value) * (layout.axis.reversed ? 1 : -1),
      formatter: (value, name, item) => {
        const entry = comparedEntry(state, String(name), item.payload.year, words, format);
        if (!entry) return [value, ""];
        return [entry.area === state.focus ? <strong key="focus">{entry.text}</strong> : entry.text, entry.name];
      },
      // A line is too thin a thing to hit: the nearest figure of the year under the pointer lights up.
      onPoint: (year, y) => highlight(nearestArea(state, layout, year, y)),
      onLeave: () => highlight(null),
    };
  }, [state, layout, height, titleId, descriptionId, words, format, highlighted, highlight]);
  return (
    <>
      <LateReader reader={reader} />
      <Sheet width={width} height={height}>
        <ComparisonMarks {...{ state, layout, format, highlighted, highlight }} />
      </Sheet>
    </>
  );
}
