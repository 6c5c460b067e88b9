import { pointOf } from "../../address/read-point.ts";
import { langParam, stringifySearch } from "../../address/search.ts";
import { useView } from "../../address/view.tsx";
import { useText } from "../../text/text.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { TextArea } from "../../ui/fields.tsx";
import { Folded } from "../../ui/folded.tsx";
import type { IndicatorFacts } from "./facts.ts";

/** As high as the chart with its words on a desk; on a phone the frame scrolls. */
const HEIGHT = 720;

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

type Props = { facts: IndicatorFacts; title: string; origin: string };

/** The lines of HTML that put the chart, or one target of it, into a page elsewhere. */
export function EmbedLines({ facts: { detail, own }, title, origin }: Props) {
  const { say, lang } = useText();
  const view = useView();
  const line = (path: string, name: string) => {
    const address = `${origin}/embed/${path}${stringifySearch({ ...pointOf(view), lang: langParam(lang) })}`;
    return `<iframe src="${escaped(address)}" title="${escaped(name)}" width="100%" height="${HEIGHT}" loading="lazy"></iframe>`;
  };
  const { code, shortName } = detail.indicator;
  const lines = [
    { id: "embed-indicator", label: say("embed.indicator"), text: line(`indicators/${code}`, title) },
    ...own.map(({ target: { id, year } }) => ({
      id: `embed-${id}`,
      label: say("embed.target", { year }),
      text: line(`targets/${id}`, `${shortName}: ${say("panel.title", { year })}`),
    })),
  ];
  return (
    <Folded summary={say("embed.title")} className="no-print mt-4">
      <p className="measure text-sm text-soft">{say("embed.body")}</p>
      {lines.map(({ id, label, text }) => (
        <div key={id} className="mt-3 max-w-3xl">
          <TextArea
            id={id}
            label={label}
            value={text}
            readOnly
            rows={3}
            className="field-sizing-content font-mono text-xs"
          />
          <p className="mt-1">
            <CopyButton text={text} label={say("embed.copy")} selectId={id} />
          </p>
        </div>
      ))}
    </Folded>
  );
}
