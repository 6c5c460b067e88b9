import type { AssessmentClass } from "@moc2030/shared/schema/assessment";
import { memo } from "react";

type ShapeProps = { status: AssessmentClass; tint?: string };

/** A distinct shape per class, readable without colour; `tint` is that of the ground. */
export function Shape({ status, tint = "var(--status-tint)" }: ShapeProps) {
  switch (status) {
    case "met":
      return (
        <>
          <circle cx="8" cy="8" r="7.5" fill="currentColor" />
          <path d="m4.6 8.2 2.4 2.4 4.5-5" fill="none" stroke={tint} strokeWidth="1.8" />
        </>
      );
    case "on_track":
      return <path d="M8 .8 15.3 14H.7z" fill="currentColor" />;
    case "behind":
      return (
        <>
          <circle cx="8" cy="8" r="6.6" fill="none" stroke="currentColor" strokeWidth="1.8" />
          <path d="M8 1.400a6.6 6.6 0 0 0 0 13.200z" fill="currentColor" />
        </>
      );
    case "off_track":
      return (
        <>
          <circle cx="8" cy="8" r="6.6" fill="none" stroke="currentColor" strokeWidth="1.8" />
          <path d="M8 8V14.600A6.6 6.6 0 0 1 1.4 8z" fill="currentColor" />
        </>
      );
    case "moving_away":
      return <path d="M8 15.2.7 2h14.600z" fill="currentColor" />;
    case "missed":
      return (
        <>
          <rect x=".8" y=".8" width="14.4" height="14.4" rx="1.5" fill="currentColor" />
          <path d="m4.8 4.8 6.4 6.400m0-6.4-6.4 6.4" stroke={tint} strokeWidth="1.8" />
        </>
      );
    case "lost":
      return <path d="M8 .5v15L.5 8zM10 3.2 15 8l-5 4.800z" fill="currentColor" />;
    case "not_assessable":
      return (
        <>
          <circle
            cx="8"
            cy="8"
            r="6.8"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.6"
            strokeDasharray="2.4 1.871"
          />
          <path d="M5 8h6" stroke="currentColor" strokeWidth="1.8" />
        </>
      );
  }
}

/** The icon of a class; callers render its word beside it. */
export const StatusIcon = memo(function StatusIcon(props: { status: AssessmentClass; className?: string }) {
  const { status, className = "size-4" } = props;
  return (
    <svg data-class={status} viewBox="0 0 16 16" className={`${className} shrink-0 text-(--status)`} aria-hidden="true">
      <Shape status={status} />
    </svg>
  );
});

/** A class as icon, word and colour, with an optional note ("đánh giá tạm thời"). */
export function StatusBadge({ status, word, note }: { status: AssessmentClass; word: string; note?: string | null }) {
  return (
    <span className="inline-flex max-w-full flex-wrap items-center gap-x-2.5 gap-y-1">
      <span
        data-class={status}
        className="badge inline-flex items-start gap-2 rounded-[4px] bg-(--status-tint) px-2.5 py-1 text-sm leading-snug font-semibold text-(--status)"
      >
        <StatusIcon status={status} className="mt-[0.14em] size-4" />
        {word}
      </span>
      {note ? <span className="text-xs text-soft"> {note}</span> : null}
    </span>
  );
}
