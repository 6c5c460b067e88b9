import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useView } from "../address/view.tsx";
import { followReleases } from "../islands/live-stream.ts";
import { useText } from "../text/text.tsx";

/** How long the notice is shown. */
const SHOWN_MS = 8_000;

/** The newest release in queries on screen; inactive queries may have been prefetched from a newer one. */
const newestKnown = (queries: QueryClient): number =>
  Math.max(
    0,
    ...queries
      .getQueryCache()
      .findAll({ type: "active" })
      .map(({ state }) => (state.data as { release?: { id?: number } | null } | undefined)?.release?.id ?? 0),
  );

/** Refetches what is on screen when a release is published, and shows a notice. Inactive for past days. */
export function LiveFigures() {
  const { say } = useText();
  const { asOf } = useView();
  const queries = useQueryClient();
  const [release, setRelease] = useState<number | null>(null);
  useEffect(() => {
    if (asOf) return;
    return followReleases({
      known: () => newestKnown(queries),
      onRelease: (newest) => {
        // Active queries keep their data until the refetch; inactive ones would show outdated figures when used again.
        queries.removeQueries({ type: "inactive" });
        void queries.invalidateQueries().then(() => setRelease(newest));
      },
    });
  }, [asOf, queries]);
  useEffect(() => {
    if (release === null) return;
    const hiding = setTimeout(() => setRelease(null), SHOWN_MS);
    return () => clearTimeout(hiding);
  }, [release]);
  return (
    <div role="status" className="no-print pointer-events-none fixed inset-x-0 bottom-4 z-30 flex justify-center px-4">
      {release === null ? null : (
        <p className="panel border-accent px-4 py-2 text-sm shadow-lg">{say("live.new", { id: release })}</p>
      )}
    </div>
  );
}
