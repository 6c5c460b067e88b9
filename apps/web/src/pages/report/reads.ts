import { COUNTRY } from "@moc2030/shared/figure/country";
import type { ReportRequest } from "@moc2030/shared/page/report";
import * as api from "../../client/api.ts";
import type { ReadAnswer } from "../../document/page.ts";
import { readAll } from "../../document/read-all.ts";
import { readRebuilt } from "../../document/rebuilt.ts";
import { headlineRows, otherRows } from "../../words/headline-rows.ts";

/** All that a report says, as known at its read point, and the same targets on the day of the report before. */
export type ReportData = NonNullable<Awaited<ReturnType<typeof readReport>>>;

/** Reads the data of a report; null where nothing was published. `before` reads the same addresses at no release. */
export async function readReport(request: ReportRequest, read: ReadAnswer, before: ReadAnswer) {
  const view = { lang: request.lang, asOf: request.asOf };
  const earlier = { lang: request.lang, asOf: request.compareDay };
  const answers = await readAll(read, {
    indicators: api.indicators(view),
    assessments: api.assessments(view),
    targets: api.targets(view),
    figures: api.observations(view, { area: COUNTRY }),
    bodies: api.bodies(view),
    compilers: api.compilers(view),
    documents: api.documents(view),
    orientations: api.orientations(view),
    commitments: api.commitments(view),
    milestones: api.milestones(view),
    statements: api.statements(view),
    areas: api.areas(view),
    track: api.trackRecords(view),
    changes: api.daysCompared(view, request.compareDay),
    sources: api.sourcesThen(view),
  });
  const past = await readAll(before, {
    indicators: api.indicators(earlier),
    assessments: api.assessments(earlier),
    targets: api.targets(earlier),
    figures: api.observations(earlier, { area: COUNTRY }),
  });
  const { release, referenceDate } = answers.assessments;
  const { reconstructed } = request;
  const rebuilt = await readRebuilt(before, { view: { ...view, asOf: referenceDate }, reconstructed });
  const strategy = answers.documents.items.find((document) => document.strategy);
  if (!release || !strategy) return null;
  const itemsOf = (from: typeof past) => ({
    indicators: from.indicators.items,
    assessments: from.assessments.items,
    targets: from.targets.items,
    figures: from.figures.items,
  });
  const [now, then] = [itemsOf(answers), itemsOf(past)];
  const headline = headlineRows({ ...now, rebuilt });
  const details = await Promise.all(headline.map(({ indicator }) => read(api.indicator(view, indicator.code))));
  const headlineThen = headlineRows(then);
  return {
    request,
    release,
    referenceDate,
    strategy,
    ...now,
    headline,
    others: otherRows(now, headline),
    details,
    rowsThen: [...headlineThen, ...otherRows(then, headlineThen)],
    bodies: answers.bodies.items,
    compilers: answers.compilers.items,
    orientations: answers.orientations.items,
    commitments: answers.commitments.items,
    milestones: answers.milestones.items,
    statements: answers.statements.items,
    areas: answers.areas.items,
    track: answers.track.items,
    changes: answers.changes,
    sources: answers.sources.items,
  };
}
