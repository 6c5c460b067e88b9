import type { IndicatorDetail, ObservationItem } from "../api.ts";
import { shortCompiler } from "../compiler-name.ts";
import { flagWords } from "../flags.ts";
import { observed } from "../format.ts";
import { useText } from "../text/text.tsx";
import { amount } from "../wording.ts";

type Props = {
  detail: IndicatorDetail & { indicator: NonNullable<IndicatorDetail["indicator"]> };
  figures: ObservationItem[];
};

/** The newest year for which two compilers have figures; else null. */
export function sharedYear(figures: ObservationItem[], official: string): number | null {
  const years = (test: (o: ObservationItem) => boolean) =>
    new Set(figures.filter((o) => o.value !== null && test(o)).map((o) => o.timePeriod));
  const others = years((o) => o.compiler !== official);
  const both = [...years((o) => o.compiler === official)].filter((year) => others.has(year));
  return both.length > 0 ? Math.max(...both) : null;
}

/** "Why are there two figures?": who says what, and which one the target uses. Neither is hidden, never are they joined. */
export function TwoFigures({ detail, figures }: Props) {
  const text = useText();
  const { say, lang } = text;
  const { indicator, compilers } = detail;
  if (!indicator.compilerNote) return null;
  const year = sharedYear(figures, indicator.compiler);
  const rows = compilers.flatMap((compiler) => {
    const own = figures.filter((o) => o.compiler === compiler.code && o.value !== null);
    const figure = year === null ? own.at(-1) : own.find((o) => o.timePeriod === year);
    return figure ? [{ compiler, figure, isOfficial: compiler.code === indicator.compiler }] : [];
  });
  rows.sort((a, b) => Number(b.isOfficial) - Number(a.isOfficial));
  if (rows.length < 2) return null;
  const [one, other] = rows.map(({ figure }) => figure.value ?? 0) as [number, number];
  const apart =
    year !== null && rows.length === 2 && rows.every(({ figure }) => !figure.valueLimit)
      ? say("two.apart", { year, by: amount(one - other, indicator.valueKind, text) })
      : null;
  return (
    <section aria-labelledby="two-figures" className="mt-10 rounded-[6px] bg-sunken p-5">
      <h2 id="two-figures" className="text-lg">
        {say("two.title")}
      </h2>
      <dl className="mt-3 grid gap-4 sm:grid-cols-2">
        {rows.map(({ compiler, figure, isOfficial }) => (
          <div key={compiler.code}>
            <dt className="text-sm">
              {shortCompiler(compiler.name)}
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
          </div>
        ))}
      </dl>
      <p className="measure mt-3 text-sm">
        {indicator.compilerNote} {apart}
      </p>
    </section>
  );
}
