import { shortCompiler } from "@moc2030/shared/text/compiler-name";
import type { ObservationItem } from "../../client/api.ts";
import { FigureComment } from "../../document/figure-comment.tsx";
import { useText } from "../../text/text.tsx";
import { Section } from "../../ui/section.tsx";
import { commentOf } from "../../words/comment.ts";
import { flagWords } from "../../words/flags.ts";
import { observed } from "../../words/format.ts";
import { compilerBasis } from "../../words/responsible.ts";
import { twoCompilers } from "../../words/two-compilers.ts";
import { amount } from "../../words/wording.ts";
import type { Detail } from "./facts.ts";

type Props = { detail: Detail; figures: ObservationItem[] };

/** Note in the heading: two figures for one year, which one counts, and a link to why. */
export function TwoFiguresNote({ detail: { indicator, compilers }, figures }: Props) {
  const text = useText();
  const { say, lang } = text;
  const two = indicator.compilerNote ? twoCompilers(figures, indicator.compiler) : null;
  if (!two) return null;
  const told = (o: ObservationItem, id: "two.noteOfficial" | "two.noteOther") => {
    const flags = flagWords(o, text);
    const name = shortCompiler(compilers.find(({ code }) => code === o.compiler)?.name ?? o.compiler);
    return (
      <>
        <strong className="font-semibold">{observed(o, indicator.valueKind, lang)}</strong>{" "}
        {say(id, { who: flags.length > 0 ? `${name} (${flags.join(", ")})` : name })}
      </>
    );
  };
  return (
    <p className="mt-2 max-w-4xl text-sm">
      {say("two.noteYear", { year: two.year })} {told(two.official, "two.noteOfficial")}{" "}
      {told(two.other, "two.noteOther")}{" "}
      <a href="#two-figures" className="whitespace-nowrap">
        {say("two.title")}
      </a>
    </p>
  );
}

/** "Why are there two figures?": both figures with their compilers, which one counts, and on what basis. */
export function TwoFigures({ detail, figures }: Props) {
  const text = useText();
  const { say, lang } = text;
  const { indicator, compilers } = detail;
  if (!indicator.compilerNote) return null;
  const two = twoCompilers(figures, indicator.compiler);
  const rows = compilers.flatMap((compiler) => {
    const own = figures.filter((o) => o.compiler === compiler.code && o.value !== null);
    const figure = two === null ? own.at(-1) : own.find((o) => o.timePeriod === two.year);
    const isOfficial = compiler.code === indicator.compiler;
    return figure ? [{ name: shortCompiler(compiler.name), figure, isOfficial }] : [];
  });
  rows.sort((a, b) => Number(b.isOfficial) - Number(a.isOfficial));
  if (rows.length < 2) return null;
  const isExact = two && rows.length === 2 && rows.every(({ figure }) => !figure.valueLimit);
  const apart = isExact
    ? say("two.apart", {
        year: two.year,
        by: amount((two.official.value ?? 0) - (two.other.value ?? 0), indicator.valueKind, text),
      })
    : null;
  const official = shortCompiler(compilers.find(({ code }) => code === indicator.compiler)?.name ?? indicator.compiler);
  const basis = compilerBasis(indicator, detail.referenceDate);
  return (
    <Section id="two-figures" title={say("two.title")} className="mt-10 rounded-[6px] bg-sunken p-5">
      <dl className="mt-3 grid gap-x-8 gap-y-5 sm:grid-cols-2">
        {rows.map(({ name, figure, isOfficial }) => (
          <div key={name}>
            <dt className="text-sm">
              {name}
              <span className="text-soft">
                {" · "}
                {say(isOfficial ? "two.official" : "two.other")}
              </span>
            </dt>
            <dd>
              <span className="text-2xl font-semibold">{observed(figure, indicator.valueKind, lang)}</span>{" "}
              <span className="text-sm text-soft">
                {[say("year.plain", { year: figure.timePeriod }), ...flagWords(figure, text)].join(" · ")}
              </span>
            </dd>
            <dd className="measure mt-1 text-sm">
              {isOfficial ? say("two.quote") : say("two.quoteOther", { official })}
            </dd>
            {isOfficial && basis ? (
              <dd className="measure mt-1 text-sm text-soft">{say("two.basis", { basis })}.</dd>
            ) : null}
            {!isOfficial && commentOf(figure).note ? (
              <dd className="measure mt-1 text-sm text-soft">
                <FigureComment of={figure} sourceOf={detail.sourceOf} />.
              </dd>
            ) : null}
          </div>
        ))}
      </dl>
      <p className="measure mt-4 text-sm">
        {indicator.compilerNote} {apart}
      </p>
    </Section>
  );
}
