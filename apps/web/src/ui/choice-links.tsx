import type { ReactNode } from "react";
import { SamePageLink } from "../address/page-link.tsx";

type Choice = {
  id: string;
  label: ReactNode;
  change: Readonly<Record<string, unknown>>;
  isChosen: boolean;
};

/** Few ways to see a page, of which one is chosen; each has its address, in the part of the page that `hash` names. */
export const ChoiceLinks = ({ choices, hash }: { choices: readonly Choice[]; hash?: string }) => (
  <ul className="flex flex-wrap gap-2">
    {choices.map(({ id, label, change, isChosen }) => (
      <li key={id}>
        <SamePageLink
          id={id}
          change={change}
          {...(hash && { hash })}
          aria-current={isChosen ? "true" : undefined}
          className="button min-h-10 py-1.5 font-normal aria-[current=true]:border-accent aria-[current=true]:bg-accent-tint"
        >
          {label}
        </SamePageLink>
      </li>
    ))}
  </ul>
);
