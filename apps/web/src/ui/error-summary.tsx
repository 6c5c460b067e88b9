import { useEffect, useRef } from "react";
import { JumpLink } from "./jump-link.tsx";

export type SummaryError = { field: string; text: string };
type Props = { title: string; errors: readonly SummaryError[]; turn: unknown };

/** GOV.UK error summary with links to fields; takes the focus whenever `turn` changes, which every submission does. */
export function ErrorSummary({ title, errors, turn }: Props) {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: focus on submission only, not while typing
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [turn]);
  if (errors.length === 0) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      data-class="danger"
      className="mb-6 rounded-[4px] border-2 border-(--status) bg-surface p-4"
    >
      <h2 className="text-base">{title}</h2>
      <ul className="mt-2 space-y-1 text-sm">
        {errors.map(({ field, text }) => (
          <li key={`${field} ${text}`}>
            {field ? (
              <JumpLink to={field} className="font-semibold text-(--status)">
                {text}
              </JumpLink>
            ) : (
              <span className="font-semibold text-(--status)">{text}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
