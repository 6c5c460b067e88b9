import { SamePageLink } from "../../address/page-link.tsx";
import { useText } from "../../text/text.tsx";
import type { OverviewSearch } from "./search.ts";

const ORDERS = [undefined, "decision", "body"] as const;

/** Links that change the sort order of the headline targets. */
export function Orders({ order }: OverviewSearch) {
  const { say } = useText();
  return (
    <nav
      aria-label={say("order.label")}
      className="no-print mt-2 flex flex-wrap items-baseline gap-x-3 text-sm sm:gap-x-4"
    >
      <span className="text-soft" aria-hidden="true">
        {say("order.label")}:
      </span>
      {ORDERS.flatMap((one) => [
        " ",
        <SamePageLink
          key={one ?? "need"}
          change={{ order: one }}
          aria-current={one === order ? "true" : undefined}
          className="inline-flex min-h-9 items-center aria-[current=true]:font-semibold aria-[current=true]:text-ink aria-[current=true]:no-underline"
        >
          {say(`order.${one ?? "need"}`)}
        </SamePageLink>,
      ])}
    </nav>
  );
}
