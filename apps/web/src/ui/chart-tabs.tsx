import { SamePageLink } from "../address/page-link.tsx";
import { useText } from "../text/text.tsx";

type Tab = "chart" | "places" | "table" | "vintages";

/** Tabs as links, each view with its own URL. */
export function ChartTabs({ tab, tabs }: { tab: Tab; tabs: readonly Tab[] }) {
  const { say } = useText();
  return (
    <nav
      aria-label={say("tab.label")}
      className="no-print flex max-w-full flex-wrap rounded-[4px] border border-line-strong text-sm"
    >
      {tabs.flatMap((name) => [
        " ",
        <SamePageLink
          key={name}
          change={{ tab: name === "chart" ? undefined : name }}
          aria-current={tab === name ? "page" : undefined}
          className={`plain min-h-11 px-2 py-2.5 whitespace-nowrap max-[22rem]:px-1.5 sm:px-4 ${tab === name ? "bg-accent font-semibold text-accent-ink" : "text-ink"}`}
        >
          {say(`tab.${name}`)}
        </SamePageLink>,
      ])}
    </nav>
  );
}
