import type { Assessment } from "@moc2030/shared/schema/assessment";
import type { Target } from "@moc2030/shared/schema/target";
import type { Indicator } from "../../client/api.ts";
import { StatusIcon } from "../../document/status-badge.tsx";
import { useText } from "../../text/text.tsx";
import { day, number } from "../../words/format.ts";
import { awayWord } from "../../words/wording.ts";
import { formula, steps } from "./working.ts";

type Props = { assessment: Assessment; target: Target; indicator: Indicator };

/** How a status was computed: steps, formula, other base years, other methods. */
export function Working(props: Props) {
  const text = useText();
  const { say, lang } = text;
  const { assessment } = props;
  const written = formula(props, text);
  const list = steps(props, text);
  if (list.length === 0) return null;
  return (
    <details className="more mt-4">
      <summary>{say("working.open")}</summary>
      <dl className="mt-3 border-t border-line text-sm">
        {list.map((step) => (
          <div key={step.term} className="grid gap-x-6 border-b border-line py-2 sm:grid-cols-[1fr_auto]">
            <dt>
              {step.term}
              {step.note ? <div className="text-xs text-soft">{step.note}</div> : null}
            </dt>
            <dd className="font-semibold sm:text-end">{step.value}</dd>
          </div>
        ))}
      </dl>
      {written ? (
        <details className="more mt-3">
          <summary>{say("working.formula")}</summary>
          <p className="mt-1 overflow-x-auto rounded-[4px] bg-sunken p-3 text-sm">{written}</p>
        </details>
      ) : null}
      <Sensitivity assessment={assessment} indicator={props.indicator} />
      <OtherMethods assessment={assessment} />
      <p className="mt-4 text-xs text-soft">
        {say("working.version", { version: assessment.methodVersion, day: day(assessment.referenceDate, lang) })}
      </p>
    </details>
  );
}

/** Statuses with other base years. */
function Sensitivity({ assessment: a, indicator }: Omit<Props, "target">) {
  const text = useText();
  const { say, lang } = text;
  if (!a.sensitivity || a.sensitivity.length === 0) return null;
  const differs = a.sensitivity.some((row) => row.class !== a.class);
  return (
    <section className="mt-5">
      <h4 className="text-sm">{say("sensitivity.title")}</h4>
      <p className="mt-1 text-sm text-soft">{say(differs ? "sensitivity.differs" : "sensitivity.same")}</p>
      <table className="table mt-2">
        <thead>
          <tr>
            <th scope="col">{say("sensitivity.base")}</th>
            <th scope="col" className="num">
              {say("working.ratioShort")}
            </th>
            <th scope="col">{say("sensitivity.status")}</th>
          </tr>
        </thead>
        <tbody>
          {a.sensitivity.map((row) => (
            <tr key={row.baseYear}>
              <td>{row.baseYear}</td>
              <td className="num">{row.ratio === null ? "–" : number(row.ratio, lang, 2)}</td>
              <td>
                <span className="inline-flex items-start gap-2">
                  <StatusIcon status={row.class} className="mt-1 size-3.5" />
                  {row.class === "moving_away" ? awayWord(row.baseYear, indicator, text) : say(`status.${row.class}`)}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Results of two other published methods. */
function OtherMethods({ assessment: a }: { assessment: Assessment }) {
  const { say, lang } = useText();
  const methods = a.otherMethods?.filter((method) => method.class !== null) ?? [];
  if (methods.length === 0) return null;
  return (
    <section className="mt-5">
      <h4 className="text-sm">{say("methods.title")}</h4>
      <table className="table mt-1">
        <tbody>
          {methods.map((method) => (
            <tr key={method.method}>
              <th scope="row" className="font-normal">
                {say(`methods.${method.method}`)}
              </th>
              <td className="num">{method.ratio === null ? "–" : number(method.ratio, lang, 2)}</td>
              <td>{method.class ? say(`methodClass.${method.class}`) : "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
