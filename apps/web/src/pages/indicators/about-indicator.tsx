import { PageLink } from "../../address/page-link.tsx";
import { SourceLink } from "../../document/source-link.tsx";
import { SourceNote } from "../../document/source-note.tsx";
import { useText } from "../../text/text.tsx";
import { Folded } from "../../ui/folded.tsx";
import { day } from "../../words/format.ts";
import type { Detail } from "./facts.ts";

type Props = { detail: Detail };

/** Compiler and responsible bodies, notes, sources. */
export function AboutIndicator({ detail }: Props) {
  const text = useText();
  const { say, lang } = text;
  const { indicator, compilers, bodies, sources, sourceOf } = detail;
  const responsible = indicator.responsible.filter(({ from }) => (from ?? "") <= detail.referenceDate);
  const isInternational = indicator.valueKind !== "share" && indicator.valueKind !== "growth";
  return (
    <section aria-labelledby="about" className="mt-12 grid gap-x-12 gap-y-8 text-sm phone:gap-y-2 lg:grid-cols-2">
      <h2 id="about" className="text-xl lg:col-span-2">
        {say("about.title")}
      </h2>
      <Folded id="basis" onPhone summary={say("about.who")}>
        <h3 className="text-base">{say(isInternational ? "about.compiler" : "about.compilerNational")}</h3>
        <ul className="mt-2 space-y-2">
          {compilers.map((compiler) => (
            <li key={compiler.code}>
              <a href={compiler.url} rel="noreferrer">
                {compiler.name}
              </a>
              {compiler.code === indicator.compiler && compilers.length > 1 ? ` · ${say("about.official")}` : null}
              <div className="text-soft">{compiler.terms}</div>
            </li>
          ))}
        </ul>
        <h3 className="mt-6 text-base">{say("about.responsible")}</h3>
        <ul className="mt-2 space-y-2">
          {responsible.map((r) =>
            r.body === null ? null : (
              <li key={`${r.body}-${r.role}-${r.from}`}>
                <PageLink to={`/bodies/${r.body}`} className="font-semibold">
                  {bodies.find((body) => body.id === r.body)?.name ?? r.body}
                </PageLink>{" "}
                · {say(r.role === "lead" && !r.paper ? "role.leadWithout" : `role.${r.role}`)}
                {r.from ? ` · ${say("about.from", { day: day(r.from, lang) })}` : null}
                {r.to && r.to < detail.referenceDate ? ` · ${say("about.to", { day: day(r.to, lang) })}` : null}
                <div className="text-soft">
                  {r.basis}
                  {r.paper ? `. ${r.paper}` : null}
                  {r.source ? (
                    <>
                      {" "}
                      (<SourceLink source={sourceOf(r.source)} />)
                    </>
                  ) : null}
                </div>
              </li>
            ),
          )}
        </ul>
      </Folded>
      <Folded onPhone summary={say("about.notes")}>
        <h3 className="text-base">{say("about.notes")}</h3>
        <ul className="mt-2 list-disc space-y-2 ps-5 marker:text-soft">
          <li>{say(`frequency.${indicator.frequency}`)}</li>
          <li>{say(`direction.${indicator.direction}`)}</li>
          {indicator.schedule?.note ? (
            <li>
              <SourceNote text={indicator.schedule.note} sourceOf={sourceOf} />
            </li>
          ) : null}
          {indicator.discontinued ? (
            <li>
              {say("about.discontinued", { day: day(indicator.discontinued.from, lang) })}{" "}
              {indicator.discontinued.reason}
            </li>
          ) : null}
          {indicator.breaks.map((one) => (
            <li key={one.timePeriod}>
              {say("about.break", { year: one.timePeriod })} {one.cause}
            </li>
          ))}
          {indicator.notes.map((note) => (
            <li key={note}>
              <SourceNote text={note} sourceOf={sourceOf} />
            </li>
          ))}
        </ul>
      </Folded>
      <details className="more lg:col-span-2">
        <summary>{say("about.sources", { n: sources.length })}</summary>
        <ol className="mt-3 list-decimal space-y-2 ps-6 marker:text-soft">
          {sources.map((source) => (
            <li key={source.id} id={`source-${source.id}`}>
              <SourceLink source={source} />
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}
