import type { DrawChart } from "@moc2030/shared/page/chart-file";
import { renderToStaticMarkup } from "react-dom/server";
import { inTheme } from "./charts/palette.ts";
import { Picture } from "./charts/picture.tsx";
import type { ReadAnswer } from "./document/page.ts";
import { comparisonPicture } from "./pages/compare/comparison-picture.tsx";
import { indicatorPicture } from "./pages/indicators/indicator-picture.tsx";
import { type Text, textOf, texts } from "./text/text.tsx";

/** Renders a chart as an SVG file, with the layout and texts of its page. */
export const drawChart: DrawChart = async (request, read) => {
  const text = textOf(await texts.of(request.lang)) as Text;
  const pin = request.release === undefined ? "" : `&release=${request.release}`;
  const answer = (({ queryKey: [address] }) => read(`${address}${pin}`)) as ReadAnswer;
  // Every read is at the release, those of sources too, so that the file stays as it is.
  const view = { ...request, release: undefined };
  const content =
    view.page === "compare" ? await comparisonPicture(view, answer, text) : await indicatorPicture(view, answer, text);
  const svg = renderToStaticMarkup(<Picture content={content} width={request.width} />);
  return `${inTheme(svg, request.theme)}\n`;
};
