import type { WriteReport } from "@moc2030/shared/page/report";
import { assessments } from "./client/api.ts";
import { readingOn } from "./document/known-then.ts";
import type { ReadAnswer } from "./document/page.ts";
import { readReport } from "./pages/report/reads.ts";
import { reportOf } from "./pages/report/report.ts";
import { type Text, textOf, texts } from "./text/text.tsx";

/** Writes a report with the sentences of the pages. */
export const writeReport: WriteReport = async (request, read) => {
  const text = textOf(await texts.of(request.lang)) as Text;
  const pin = request.release === undefined ? "" : `&release=${request.release}`;
  const before = (({ queryKey: [address] }) => read(String(address))) as ReadAnswer;
  const answer = (({ queryKey: [address] }) => read(`${address}${pin}`)) as ReadAnswer;
  const { asOf, lang, release } = request;
  const { referenceDate } = await answer(assessments({ lang, asOf }));
  const isPast = asOf !== undefined || release !== undefined;
  const known = await readingOn(answer, { lang, asOf: isPast ? referenceDate : undefined }, before);
  const data = await readReport(request, known, before);
  return data && reportOf(data, text);
};
