import type { Awaited } from "@moc2030/shared/due/next-edition";
import { useText } from "../text/text.tsx";
import { capital, isOfEdition, type Kind } from "../words/format.ts";

/** Says beside a latest figure that a newer edition is out by its publisher's calendar and has not been entered. */
export function MissingEdition({ missing, kind }: { missing: Awaited; kind: Kind }) {
  const { say } = useText();
  const edition = say(isOfEdition(kind) ? "year.edition" : "year.plain", { year: missing.timePeriod });
  return <p className="mt-1 text-sm">{capital(say("due.newer", { edition }))}</p>;
}
