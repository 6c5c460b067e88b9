import { comparedDays } from "@moc2030/shared/compared-days";
import * as api from "../api.ts";
import { today } from "../today.ts";
import type { DaysSearch } from "./search.ts";

/** What the ledger shows. */
export const ledgerReads = (view: api.View) => ({ releases: api.releases(view), indicators: api.indicators(view) });

/** What the page of one release shows. */
export const releaseReads = (view: api.View, id: string) => ({
  release: api.release(view, id),
  ledger: api.releases(view),
  indicators: api.indicators(view),
  targets: api.targets(view),
  sources: api.sources(view),
});

/** What the page of two days shows: the texts are those of the later day. */
export function daysReads(view: api.View, search: Pick<DaysSearch, "from" | "to">) {
  const { from, asOf } = comparedDays({ ...search, asOf: view.asOf }, today());
  const later = { lang: view.lang, asOf };
  return {
    compared: api.daysCompared(later, from),
    indicators: api.indicators(later),
    targets: api.targets(later),
    sources: api.sources(later),
  };
}
