import type { FigureKey } from "@moc2030/shared/figure";
import { PageLink } from "../page-link.tsx";
import { useStaffText } from "../text/staff-text.tsx";

/** The way to the sheet of a published figure, to be printed for the paper file. */
export function SheetLink({ figure: { indicator, refArea, timePeriod, compiler } }: { figure: FigureKey }) {
  const { say } = useStaffText();
  return (
    <PageLink
      to="/sheet/$code/$area/$year"
      params={{ code: indicator, area: refArea, year: String(timePeriod) }}
      search={{ compiler } as never}
    >
      {say("sheet.open")}
    </PageLink>
  );
}
