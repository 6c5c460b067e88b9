import type { WriteReport } from "@moc2030/shared/page/report";
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
  const data = await readReport(request, answer, before);
  return data && reportOf(data, text);
};
