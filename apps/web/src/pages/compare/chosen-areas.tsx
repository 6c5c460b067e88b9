import { COUNTRY } from "@moc2030/shared/figure/country";
import type { ReactNode } from "react";
import { useAddress } from "../../address/address.ts";
import { SamePageLink } from "../../address/page-link.tsx";
import { HiddenFields } from "../../document/hidden-fields.tsx";
import { useText } from "../../text/text.tsx";
import { field } from "../../ui/field.ts";
import { sortedAreas } from "../../words/area-options.ts";
import type { Comparison } from "./comparison.ts";
import { useExplorer } from "./explorer-parts.ts";
import { askedAreas, GROUP, MOST_LINES } from "./state.ts";

const chip = (area: string, hasFigures: boolean) =>
  `plain inline-flex min-h-9 items-center gap-2 rounded-full border px-3 text-sm ${
    area === COUNTRY ? "border-accent font-semibold text-accent" : "border-line-strong text-ink"
  } ${hasFigures ? "" : "border-dashed text-soft"}`;

/** The economies compared: take one out, find another, or begin anew from ASEAN or from Viet Nam alone. */
export function ChosenAreas({ compared: { shown, lines, members, nameOf, areas } }: { compared: Comparison }) {
  const { say } = useText();
  const chosen = lines.map(({ area }) => area);
  const without = lines.filter(({ figures }) => figures.every((o) => o.value === null)).map(({ area }) => area);
  const isGroup = askedAreas(chosen, members) === undefined;
  return (
    <section aria-labelledby="chosen-areas" className="mt-4">
      <h2 id="chosen-areas" className="text-xs font-semibold text-soft">
        {say("compare.areas", { n: chosen.length })}
      </h2>
      <ul className="mt-1.5 flex flex-wrap gap-2">
        {chosen.map((area) => (
          <li key={area}>
            {chosen.length === 1 ? (
              <span className={chip(area, !without.includes(area))}>{nameOf(area)}</span>
            ) : (
              <SamePageLink
                change={{
                  areas: askedAreas(
                    chosen.filter((other) => other !== area),
                    members,
                  ),
                }}
                className={chip(area, !without.includes(area))}
              >
                <span className="sr-only">{say("compare.remove")} </span>
                {nameOf(area)}
                <svg
                  viewBox="0 0 10 10"
                  className="size-2.5"
                  stroke="currentColor"
                  strokeWidth="1.6"
                  aria-hidden="true"
                >
                  <path d="m1 1 8 8M9 1 1 9" />
                </svg>
              </SamePageLink>
            )}
          </li>
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap items-end gap-3">
        {chosen.length - without.length >= MOST_LINES ? (
          <p className="w-full text-sm text-soft sm:w-80">{say("compare.full", { n: MOST_LINES })}</p>
        ) : (
          <AddForm areas={areas} chosen={chosen} asked={askedAreas(chosen, members) ?? [GROUP]} />
        )}
        {shown.areas > 1 ? (
          <Instead areas={undefined} isShown={isGroup}>
            {GROUP}
          </Instead>
        ) : null}
        <Instead areas={[COUNTRY]} isShown={chosen.length === 1 && chosen[0] === COUNTRY}>
          {say("compare.only")}
        </Instead>
      </div>
      {without.length > 0 ? (
        <p className="mt-3 text-sm text-soft">{say("compare.without", { names: without.map(nameOf).join(", ") })}</p>
      ) : null}
    </section>
  );
}

/** Begins anew with other economies. */
function Instead({ areas, isShown, children }: { areas: string[] | undefined; isShown: boolean; children: ReactNode }) {
  if (!isShown)
    return (
      <SamePageLink change={{ areas }} className="button">
        {children}
      </SamePageLink>
    );
  return (
    <span className="button pointer-events-none border-line text-soft" aria-disabled="true">
      {children}
    </span>
  );
}

type AddProps = Pick<Comparison, "areas"> & { chosen: string[]; asked: string[] };

/** Adds an economy: the name `areas` comes twice then, as those that are there and the one more. */
function AddForm({ areas, chosen, asked }: AddProps) {
  const { say, lang } = useText();
  const { path, search } = useAddress();
  const explorer = useExplorer();
  const others = areas.filter(({ code, kind }) => kind === "economy" && !chosen.includes(code));
  if (explorer)
    return (
      <div className="w-full sm:w-96">
        <explorer.Picker areas={others} onChoose={(area) => explorer.onShow({ areas: [...asked, area] })} />
      </div>
    );
  return (
    <form method="get" action={path} className="flex w-full items-end gap-3 sm:w-96">
      <input type="hidden" name="areas" value={asked.join(",")} />
      <label className="block min-w-0 grow text-xs font-semibold text-soft">
        {say("compare.add")}
        <select name="areas" required className={`${field} mt-1`} defaultValue="">
          <option value="">{say("compare.addNone")}</option>
          {sortedAreas(others, lang).map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <HiddenFields search={search} after="areas" />
      <button type="submit" className="button">
        {say("compare.addButton")}
      </button>
    </form>
  );
}
