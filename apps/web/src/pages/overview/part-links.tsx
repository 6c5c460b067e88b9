import type { Observation } from "@moc2030/shared/schema/observation";
import { useText } from "../../text/text.tsx";
import { observed } from "../../words/format.ts";
import type { HeadlineRow } from "../../words/headline-rows.ts";

/** Ways from the first window of a phone to what its rows have no room for. */
export function PartLinks({ rows, hasCautions }: { rows: readonly HeadlineRow[]; hasCautions: boolean }) {
  const { say, lang } = useText();
  const two = rows.find(({ beside }) => beside !== null);
  const written = ({ indicator }: HeadlineRow, figure: Observation) =>
    observed(figure, indicator.valueKind, lang) ?? "";
  const isOpen = rows.some(({ assessment }) => assessment.outlook?.catchUp);
  return (
    <nav aria-label={say("overview.parts")} className="no-print hidden flex-wrap gap-x-3 text-sm phone:flex">
      {isOpen ? <PartLink to="needed-years">{say("overview.toYears")}</PartLink> : null}{" "}
      <PartLink to="who-answers">{say("overview.toBodies")}</PartLink>{" "}
      {hasCautions ? (
        <PartLink to="cautions">
          {two?.beside
            ? say("overview.toTwo", {
                official: written(two, two.beside.official),
                other: written(two, two.beside.other),
              })
            : say("overview.toCautions")}
        </PartLink>
      ) : null}
    </nav>
  );
}

const PartLink = ({ to, children }: { to: string; children: string }) => (
  <a href={`#${to}`} className="inline-flex min-h-7 items-center">
    {children}
  </a>
);
