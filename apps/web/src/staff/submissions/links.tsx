import type { FigureKey } from "@moc2030/shared/figure/figure";
import { PageLink } from "../../address/page-link.tsx";
import { useStaffText } from "../../text/staff-text.tsx";
import { address, paths } from "../session/client.ts";

/** Download link of an evidence file; the start of its hash tells files of the same name apart. */
export const EvidenceLink = ({ sha256, name }: { sha256: string; name: string }) => (
  <a href={address(paths.evidence[":sha256"].$path({ param: { sha256 } }))} download>
    {name} <span className="num text-xs text-soft">{sha256.slice(0, 8)}</span>
  </a>
);

/** Link to the printable sheet of a published figure. */
export function SheetLink({ figure: { indicator, refArea, timePeriod, compiler } }: { figure: FigureKey }) {
  const { say } = useStaffText();
  return (
    <PageLink to={`/sheet/${indicator}/${refArea}/${timePeriod}`} search={{ compiler }}>
      {say("sheet.open")}
    </PageLink>
  );
}
