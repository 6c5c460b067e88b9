import { usePageText } from "../text/page-text.tsx";

type Props = { items: readonly { value: string; label: string }[]; onRemove: (value: string) => void };

/** What has been chosen, each with a way to take it out again. */
export function Chips({ items, onRemove }: Props) {
  const { say } = usePageText();
  return (
    <ul className="flex flex-wrap gap-2">
      {items.map(({ value, label }) => (
        <li key={value} className="max-w-full">
          <button
            type="button"
            className="inline-flex min-h-9 max-w-full items-center gap-2 rounded-full border border-line-strong bg-surface px-3 py-1 text-start text-sm"
            onClick={() => onRemove(value)}
          >
            <span>
              <span className="sr-only">{say("chips.remove")} </span>
              {label}
            </span>
            <svg
              viewBox="0 0 10 10"
              className="size-2.5 shrink-0"
              stroke="currentColor"
              strokeWidth="1.6"
              aria-hidden="true"
            >
              <path d="m1 1 8 8M9 1 1 9" />
            </svg>
          </button>
        </li>
      ))}
    </ul>
  );
}
