import type { Target } from "@moc2030/shared/schema/target";
import type { SourceOf } from "../client/api.ts";
import { useText } from "../text/text.tsx";
import { capital, day } from "../words/format.ts";
import { OwnText } from "./own-text.tsx";
import { SourceLink } from "./source-link.tsx";

type Props = { target: Target; sourceOf: SourceOf; isCapital?: boolean };

/** Where the words of a target were read: the source that quotes them, or clause, page and day of the signed text. */
export function WhereRead({ target: { wordingBasis, source, verbatim }, sourceOf, isCapital = false }: Props) {
  const { say, lang } = useText();
  const basis = say(`wording.${wordingBasis}`);
  const differs = verbatim?.differs;
  return (
    <>
      {isCapital ? capital(basis) : basis} <SourceLink source={sourceOf(source)} />
      {verbatim ? (
        <>
          {"; "}
          {say("wording.place", {
            clause: verbatim.clause,
            page: verbatim.page,
            day: day(verbatim.checkedOn, lang),
          })}
        </>
      ) : null}
      {differs ? (
        <div className="mt-1 font-semibold text-ink">
          {say("wording.differs")} <OwnText of={differs} />
        </div>
      ) : null}
    </>
  );
}
