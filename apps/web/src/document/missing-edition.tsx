import type { Awaited } from "@moc2030/shared/due/next-edition";
import { useText } from "../text/text.tsx";
import { capital, isOfEdition, type Kind } from "../words/format.ts";

/** Note beside a figure whose next edition is past its expected date and not entered yet. */
export function MissingEdition({ missing, kind }: { missing: Awaited; kind: Kind }) {
  const { say } = useText();
  const edition = say(isOfEdition(kind) ? "year.edition" : "year.plain", { year: missing.timePeriod });
  return <p className="mt-1 text-sm">{capital(say("due.newer", { edition }))}</p>;
}
