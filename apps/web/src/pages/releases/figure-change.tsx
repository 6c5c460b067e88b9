import { PageLink } from "../../address/page-link.tsx";
import type { FigureChanged, IndicatorItem } from "../../client/api.ts";
import { useText } from "../../text/text.tsx";
import { flagWords } from "../../words/flags.ts";
import { observed } from "../../words/format.ts";

type Figure = FigureChanged["new"];

/** A figure with its flags as words (provisional, estimated, unverified), or "withdrawn" without a value. */
export function Figure({ figure, indicator }: { figure: Figure; indicator: IndicatorItem | undefined }) {
  const text = useText();
  const value = observed(figure, indicator?.valueKind ?? "index", text.lang);
  const flags = flagWords(figure, text);
  return (
    <>
      <strong>{value ?? text.say("releases.noValue")}</strong>
      {flags.length > 0 ? <span className="text-soft"> ({flags.join(", ")})</span> : null}
    </>
  );
}

type Props = { change: FigureChanged; indicator: IndicatorItem | undefined; isNamed?: boolean };

/** A change on one line: indicator and year, then old → new; a new figure alone, marked as new. */
export function FigureChange({ change, indicator, isNamed = true }: Props) {
  const text = useText();
  const { say, lang } = text;
  const { old, new: now } = change;
  const kind = indicator?.valueKind ?? "index";
  const value = observed(now, kind, lang) ?? say("releases.noValue");
  const isOfficial = indicator === undefined || now.compiler === indicator.compiler;
  const before = old && (observed(old, kind, lang) ?? say("releases.noValue"));
  const remarks = [...(before ? [] : [say("releases.isNew")]), ...flagWords(now, text)];
  return (
    <>
      {isNamed ? `${indicator?.shortName ?? now.indicator} ` : null}
      {now.timePeriod}:{" "}
      <span className="whitespace-nowrap">
        {before ? `${before} → ` : null}
        <strong>{value}</strong>
      </span>
      {remarks.length > 0 ? <span className="text-soft"> ({remarks.join(", ")})</span> : null}
      {isOfficial ? null : <span className="text-soft"> · {say("releases.otherCompiler")}</span>}
    </>
  );
}

/** Link to an indicator; its code if the indicator is unknown. */
export const IndicatorLink = ({ code, indicator }: { code: string; indicator: IndicatorItem | undefined }) => (
  <PageLink to={`/indicators/${code}`} className="plain text-ink">
    {indicator?.name ?? code}
  </PageLink>
);

/** Indicator of a figure, with a note if the compiler is not the official one. */
export function FigureName({ figure, indicator }: { figure: Figure; indicator: IndicatorItem | undefined }) {
  const { say } = useText();
  return (
    <>
      <IndicatorLink code={figure.indicator} indicator={indicator} />
      {indicator && figure.compiler !== indicator.compiler ? (
        <div className="font-normal text-soft">{say("releases.otherCompiler")}</div>
      ) : null}
    </>
  );
}
