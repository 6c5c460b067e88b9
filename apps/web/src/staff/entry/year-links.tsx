import { yearRanges } from "@moc2030/shared/figure/year-ranges";
import { Fragment } from "react";
import { PageLink } from "../../address/page-link.tsx";
import type { Cell } from "./reads.ts";

/** Years of an indicator that lead to their forms; of a range its first and its last, the grid has those between. */
export const YearLinks = ({ indicator, cells }: { indicator: string; cells: readonly Pick<Cell, "timePeriod">[] }) =>
  yearRanges(cells.map(({ timePeriod }) => timePeriod)).map((ends, at) => (
    <Fragment key={ends[0]}>
      {at > 0 ? ", " : null}
      <span className="num inline-block me-1">
        {ends.map((year, n) => (
          <Fragment key={year}>
            {n > 0 ? "–" : null}
            <PageLink to={`/entry/${indicator}/${year}`} className="inline-block py-1">
              {year}
            </PageLink>
          </Fragment>
        ))}
      </span>
    </Fragment>
  ));
