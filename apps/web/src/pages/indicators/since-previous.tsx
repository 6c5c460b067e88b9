import type { Indicator, ObservationItem } from "../../client/api.ts";
import { useText } from "../../text/text.tsx";
import { causeText, openFlags, previousChange, sincePrevious } from "./since-previous.ts";

type Props = { indicator: Indicator; history: readonly ObservationItem[] };

/** The latest figure compared with the previous one, with the causes of the difference. */
export function SincePrevious({ indicator, history }: Props) {
  const text = useText();
  const found = sincePrevious(history, indicator, openFlags(text));
  if (!found) return null;
  return (
    <section aria-labelledby="since-previous" className="measure mt-8 border-s-4 border-line-strong ps-5">
      <h2 id="since-previous" className="text-lg">
        {text.say("since.title")}{" "}
        <span className="num font-normal text-soft">
          ({text.say("since.between", { from: found.from.timePeriod, to: found.to.timePeriod })})
        </span>
      </h2>
      <p className="mt-1 text-lg">{previousChange(found, indicator, text)}</p>
      <ul className="mt-1 space-y-0.5 text-sm text-soft">
        {found.causes.map((cause) => {
          const said = causeText(cause, indicator, text);
          return <li key={said}>{said}</li>;
        })}
      </ul>
    </section>
  );
}
