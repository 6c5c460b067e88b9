import { SamePageLink } from "../address/page-link.tsx";
import { useText } from "../text/text.tsx";
import { Cross } from "./cross.tsx";

type Chip = {
  code: string;
  label: string;
  /** The page without it; null for what cannot be taken out. */
  change: Readonly<Record<string, unknown>> | null;
  look?: string;
};

/** Selected values, each with a link to the page without it. */
export function Chips({ items }: { items: readonly Chip[] }) {
  const { say } = useText();
  if (items.length === 0) return null;
  const box = "inline-flex min-h-9 max-w-full items-center gap-2 rounded-full border px-3 py-1 text-sm";
  return (
    <ul className="mt-2 flex flex-wrap gap-2">
      {items.map(({ code, label, change, look = "border-line-strong text-ink" }) => (
        <li key={code} className="max-w-full">
          {change ? (
            <SamePageLink change={change} className={`plain bg-surface ${box} ${look}`}>
              <span>
                <span className="sr-only">{say("chips.remove")} </span>
                {label}
              </span>
              <Cross />
            </SamePageLink>
          ) : (
            <span className={`${box} ${look}`}>{label}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
