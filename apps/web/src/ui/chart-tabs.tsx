import { Link } from "@tanstack/react-router";
import { useText } from "../text/text.tsx";

/** Chart or table: two addresses of one view, so that either can be sent to somebody. */
export function ChartTabs({ tab }: { tab: "chart" | "table" }) {
  const { say } = useText();
  return (
    <nav
      aria-label={say("tab.label")}
      className="no-print flex shrink-0 rounded-[4px] border border-line-strong text-sm"
    >
      {(["chart", "table"] as const).map((name) => (
        <Link
          key={name}
          to="."
          search={(now) => ({ ...now, tab: name === "table" ? ("table" as const) : undefined })}
          resetScroll={false}
          aria-current={tab === name ? "page" : undefined}
          className={`plain min-h-11 px-4 py-2.5 ${tab === name ? "bg-accent font-semibold text-accent-ink" : "text-ink"}`}
        >
          {say(`tab.${name}`)}
        </Link>
      ))}
    </nav>
  );
}
