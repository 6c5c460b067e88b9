import { memo } from "react";
import { useText } from "../../text/text.tsx";
import { Section } from "../../ui/section.tsx";
import { type Place, type Positions, placeNotes, placeText } from "../../words/positions.ts";
import { EditionsTable } from "./editions-table.tsx";
import { GROUP } from "./state.ts";

/** Positions within the group by edition, newest first; nothing if no edition has two figures. */
export const PositionsTable = memo(function PositionsTable({ group, focus }: { group: Positions; focus: string }) {
  const text = useText();
  const { say } = text;
  if (group.editions.length === 0) return null;
  const notes = placeNotes(
    group.rows.flatMap((row) => row.places),
    text,
  );
  return (
    <Section id="positions" title={say("compare.positionsTitle", { group: GROUP })} className="mt-12" look="text-xl">
      <p className="measure mt-1 text-sm text-soft">{say("compare.positionsBody", { group: GROUP })}</p>
      <div className="panel mt-4 p-3 sm:p-5">
        <EditionsTable
          caption={say("compare.positionsCaption", { group: GROUP })}
          editions={group.editions
            .map(({ year, count }) => ({ year, note: say("compare.among", { n: count }) }))
            .reverse()}
          rows={group.rows.map(({ area, name, places }) => ({
            area,
            name,
            cells: places.map(written).reverse(),
          }))}
          focus={focus}
        />
        {notes.length > 0 ? <p className="mt-3 text-xs text-soft">{notes.join("; ")}</p> : null}
      </div>
    </Section>
  );
});

/** A position; grey if an unverified figure could change it. */
const written = (place: Place | null) => {
  if (!place) return <span className="text-soft">–</span>;
  return place.isSure ? placeText(place) : <span className="font-normal text-soft">{placeText(place)}</span>;
};
