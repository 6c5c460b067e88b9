import type { FigureKey } from "@moc2030/shared/figure";
import { useStaffText } from "../text/staff-text.tsx";
import { PageLink } from "../ui/page-link.tsx";

/** The way to the sheet of a published figure, to be printed for the paper file. */
export function SheetLink({ figure: { indicator, refArea, timePeriod, compiler } }: { figure: FigureKey }) {
  const { say } = useStaffText();
  return (
    <PageLink to={`/sheet/${indicator}/${refArea}/${timePeriod}`} search={{ compiler }}>
      {say("sheet.open")}
    </PageLink>
  );
}
