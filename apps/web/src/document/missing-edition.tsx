import type { Awaited } from "@moc2030/shared/due/next-edition";
import { useText } from "../text/text.tsx";
import type { Kind } from "../words/format.ts";
import { overdueText } from "../words/target-row.ts";

/** Note beside a figure whose next edition is past its expected date and not entered yet. */
export const MissingEdition = ({ missing, kind }: { missing: Awaited & { isUndated: boolean }; kind: Kind }) => (
  <p className="mt-1 text-sm">{overdueText(missing, kind, useText())}.</p>
);
