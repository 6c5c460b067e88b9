import type { Assessment } from "@moc2030/shared/schema/assessment";
import { progressOf } from "./progress.ts";

const WIDTH = 120;

/**
 * Progress from base to target, with a tick for the reference path in the year of the latest figure. Decorative: the
 * text beside it has the values.
 */
export function ProgressBar({ assessment }: { assessment: Assessment }) {
  const progress = progressOf(assessment);
  if (!progress) return null;
  const tick = progress.path * WIDTH;
  return (
    <svg
      viewBox={`0 0 ${WIDTH} 10`}
      className="mt-1.5 block h-2.5 w-30"
      data-class={assessment.class}
      aria-hidden="true"
      focusable="false"
    >
      <rect x=".5" y="3" width={WIDTH - 1} height="4" fill="var(--surface)" stroke="var(--line-strong)" />
      <rect x="0" y="2.5" width={progress.reached * WIDTH} height="5" fill="var(--status)" />
      <path d={`M${tick} 0v10`} stroke="var(--ink)" strokeWidth="1.6" />
    </svg>
  );
}
