import { COUNTRY } from "@moc2030/shared/figure/country";
import { PageLink } from "../../address/page-link.tsx";
import type { Indicator, ObservationItem } from "../../client/api.ts";
import { useText } from "../../text/text.tsx";
import { Folded } from "../../ui/folded.tsx";
import { ScrollBox } from "../../ui/scroll-box.tsx";
import { Section } from "../../ui/section.tsx";
import { figure } from "../../words/format.ts";
import { placeNotes, placeText } from "../../words/positions.ts";
import { aheadText } from "../../words/wording.ts";
import { peers } from "./peers.ts";

/** Viet Nam among ASEAN members by edition; renders nothing if only Viet Nam has figures. */
export function PeersTable({ indicator, figures }: { indicator: Indicator; figures: readonly ObservationItem[] }) {
  const text = useText();
  const { say, lang } = text;
  const { editions, counts, rows, ahead } = peers(figures, indicator.direction);
  const newest = editions[0];
  if (newest === undefined || rows.length < 3) return null;
  // Tiers have no positions.
  const isPlaced = indicator.valueKind !== "tier";
  const places = isPlaced ? rows.flatMap((row) => row.places) : [];
  const notes = [
    ...(rows.some((row) => row.figures.some((o) => o?.confidence === "unverified"))
      ? [`? ${say("peers.unverified")}`]
      : []),
    ...placeNotes(places, text),
  ];
  const own = rows.find((row) => row.area === COUNTRY)?.places[0];
  // The heading states only a position that no unverified figure could change.
  const place = isPlaced && own?.isSure ? own.position : null;
  const title = place ? say("peers.title", { n: place, edition: newest }) : say("peers.titlePlain");
  return (
    <Section
      id="peers"
      title={[title, place ? aheadText(ahead, text) : null].filter(Boolean).join(", ")}
      className="mt-12"
      look="text-xl"
    >
      <p className="measure mt-2 text-soft">
        {say("peers.body")}{" "}
        <PageLink to="/compare" search={{ indicator: indicator.code }} className="no-print">
          {say("peers.compare")}
        </PageLink>
      </p>
      <Folded onPhone summary={say("peers.caption")}>
        <div className={`panel mt-4 p-3 sm:p-5 ${editions.length < 3 ? "max-w-xl" : ""}`}>
          <ScrollBox label={say("peers.caption")}>
            <table className="table">
              <caption className="pb-2 text-xs text-soft">{say("peers.caption")}</caption>
              <thead>
                <tr>
                  <th scope="col">{say("peers.economy")}</th>
                  {editions.map((year) => (
                    <th key={year} scope="col" className="num">
                      {year}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr
                    key={row.area}
                    className={row.area === COUNTRY ? "bg-accent-tint font-semibold" : undefined}
                    aria-current={row.area === COUNTRY ? "true" : undefined}
                  >
                    <th scope="row" className={row.area === COUNTRY ? "" : "font-normal"}>
                      {row.name}
                    </th>
                    {row.figures.map((o, i) => (
                      <td key={editions[i]} className={o?.confidence === "unverified" ? "num text-soft" : "num"}>
                        {o?.value == null ? "–" : figure(o.value, indicator.valueKind, lang, { decimals: o.decimals })}
                        {o?.confidence === "unverified" ? <sup title={say("peers.unverified")}>?</sup> : null}
                        {isPlaced && row.places[i] ? (
                          <div className="text-xs font-normal text-soft">
                            {say("peers.place", { place: placeText(row.places[i]) })}
                          </div>
                        ) : null}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
              <tfoot>
                <tr className="text-xs text-soft">
                  <th scope="row" className="font-normal">
                    {say("peers.count")}
                  </th>
                  {counts.map((n, i) => (
                    <td key={editions[i]} className="num">
                      {n}
                    </td>
                  ))}
                </tr>
              </tfoot>
            </table>
          </ScrollBox>
          {notes.length > 0 ? <p className="mt-3 text-xs text-soft">{notes.join("; ")}</p> : null}
        </div>
      </Folded>
    </Section>
  );
}
