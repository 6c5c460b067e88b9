import { COUNTRY } from "@moc2030/shared/figure/country";
import { GetForm } from "../../document/get-form.tsx";
import { useText } from "../../text/text.tsx";
import { Chips } from "../../ui/chips.tsx";
import { ChoiceLinks } from "../../ui/choice-links.tsx";
import { SelectField } from "../../ui/fields.tsx";
import { Section } from "../../ui/section.tsx";
import { sortedAreas } from "../../words/area-options.ts";
import type { Comparison } from "./comparison.ts";
import { useExplorer } from "./explorer-parts.ts";
import { areasParam, GROUP, MOST_LINES } from "./state.ts";

/** Chip classes: accent for the country, dashed border for an economy without figures. */
const look = (area: string, hasFigures: boolean) =>
  `${area === COUNTRY ? "border-accent font-semibold text-accent" : "border-line-strong text-ink"} ${
    hasFigures ? "" : "border-dashed text-soft"
  }`;

/** The economies compared, as removable chips, with a form to add one and links that reset to ASEAN or Viet Nam. */
export function ChosenAreas({ compared: { shown, lines, members, nameOf, areas } }: { compared: Comparison }) {
  const { say } = useText();
  const chosen = lines.map(({ area }) => area);
  const without = lines.filter(({ figures }) => figures.every((o) => o.value === null)).map(({ area }) => area);
  const isGroup = areasParam(chosen, members) === undefined;
  return (
    <Section
      id="chosen-areas"
      title={say("compare.areas", { n: chosen.length })}
      className="mt-4"
      look="text-xs font-semibold text-soft"
    >
      <Chips
        items={chosen.map((area) => {
          const others = chosen.filter((other) => other !== area);
          return {
            ...{ code: area, label: nameOf(area), look: look(area, !without.includes(area)) },
            change: others.length > 0 ? { areas: areasParam(others, members) } : null,
          };
        })}
      />
      <div className="mt-3 flex flex-wrap items-end gap-3">
        {chosen.length - without.length >= MOST_LINES ? (
          <p className="w-full text-sm text-soft sm:w-80">{say("compare.full", { n: MOST_LINES })}</p>
        ) : (
          <AddForm areas={areas} chosen={chosen} asked={areasParam(chosen, members) ?? [GROUP]} />
        )}
        <ChoiceLinks
          choices={[
            { id: "group", label: GROUP, change: { areas: undefined }, isChosen: isGroup },
            {
              ...{ id: "only", label: say("compare.only"), change: { areas: [COUNTRY] } },
              isChosen: chosen.length === 1 && chosen[0] === COUNTRY,
            },
          ].slice(shown.areas > 1 ? 0 : 1)}
        />
      </div>
      {without.length > 0 ? (
        <p className="mt-3 text-sm text-soft">{say("compare.without", { names: without.map(nameOf).join(", ") })}</p>
      ) : null}
    </Section>
  );
}

type AddProps = Pick<Comparison, "areas"> & { chosen: string[]; asked: string[] };

/**
 * Adds an economy. The query then repeats `areas`, for the current ones and the new one; the server redirects to the
 * joined list.
 */
function AddForm({ areas, chosen, asked }: AddProps) {
  const { say, lang } = useText();
  const explorer = useExplorer();
  const others = areas.filter(({ code, kind }) => kind === "economy" && !chosen.includes(code));
  if (explorer)
    return (
      <div className="w-full sm:w-96">
        <explorer.Picker areas={others} onChoose={(area) => explorer.onShow({ areas: [...asked, area] })} />
      </div>
    );
  return (
    <GetForm own={["areas"]} className="flex w-full items-end gap-3 sm:w-96">
      <input type="hidden" name="areas" value={asked.join(",")} />
      <SelectField
        id="areas"
        label={say("compare.add")}
        box="min-w-0 grow"
        required
        defaultValue=""
        none={say("compare.addNone")}
        choices={sortedAreas(others, lang).map(({ code, name }) => ({ value: code, label: name }))}
      />
      <button type="submit" className="button">
        {say("compare.addButton")}
      </button>
    </GetForm>
  );
}
