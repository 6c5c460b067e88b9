import { useQuery } from "@tanstack/react-query";
import { type Answer, paths, staffRead } from "../session/client.ts";
import { useStaffText } from "../text/staff-text.tsx";
import { PageLink } from "../ui/page-link.tsx";

/** Figures whose source is still the press: a better one is wanted. */
export function PressList({ names }: { names: ReadonlyMap<string, string> }) {
  const { say } = useStaffText();
  const press = useQuery(
    staffRead<Answer<(typeof paths.entry)["press-sources"]["$get"]>>(paths.entry["press-sources"].$path()),
  );
  if (!press.data || press.data.items.length === 0) return null;
  return (
    <details className="more mt-12">
      <summary>{say("press.title", { n: press.data.items.length })}</summary>
      <ul className="mt-3 space-y-2 text-sm">
        {press.data.items.map((item) => (
          <li key={`${item.indicator} ${item.compiler} ${item.timePeriod}`}>
            <PageLink to={`/entry/${item.indicator}/${item.timePeriod}`} search={{ compiler: item.compiler }}>
              {names.get(item.indicator) ?? item.indicator}, {item.timePeriod}
            </PageLink>
            <span className="text-soft"> · {item.sourceTitle}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
