import type { Report } from "@moc2030/shared/schema/report";
import type { Text } from "../../text/text.tsx";
import { day } from "../../words/format.ts";
import { headlineSentence } from "../../words/headline-sentence.ts";
import { appendices } from "./appendices.ts";
import { duties, events } from "./duties.ts";
import { numbered, paragraph, withOpenPlaces } from "./open-places.ts";
import { ahead, overall, proposals } from "./overall.ts";
import type { ReportData } from "./reads.ts";
import { overdueSentence, results } from "./results.ts";

/**
 * A report in parts and appendices. The official form has parts that are left to its author, in square brackets; the
 * summary has only what the data say.
 */
export function reportOf(data: ReportData, text: Text): Report {
  const { say, lang } = text;
  const { request, release, referenceDate, strategy, changes } = data;
  const isOfficial = request.form === "official";
  const [year = "", half] = request.period.split("-");
  const written = withOpenPlaces({
    title: say(half ? "report.titleOfHalf" : "report.title", {
      strategy: strategy.title,
      year,
      day: day(referenceDate, lang),
    }),
    opening: [
      overdueSentence(data, text),
      isOfficial ? say("report.basis") : null,
      headlineSentence(data.headline, text),
    ].flatMap((one) => (one ? [one] : [])),
    parts: numbered([
      isOfficial
        ? { title: say("report.steering"), blocks: [paragraph(say("report.steeringOpen")), ...events(data, text)] }
        : null,
      { title: say("report.results"), blocks: results(data, text) },
      { title: say("report.duties"), blocks: duties(data, text) },
      { title: say("report.overall"), blocks: overall(data, text) },
      { title: say("report.ahead"), blocks: ahead(data, text) },
      isOfficial ? { title: say("report.proposals"), blocks: proposals(data, text) } : null,
    ]),
    appendices: appendices(data, text),
  });
  return {
    ...written,
    form: request.form,
    lang,
    period: request.period,
    release,
    referenceDate,
    comparedWith: changes.from,
  };
}
