import { pointOf } from "../address/read-point.ts";
import { langParam, stringifySearch } from "../address/search.ts";
import { useView } from "../address/view.tsx";
import { useText } from "../text/text.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { TextArea } from "../ui/fields.tsx";
import { Folded } from "../ui/folded.tsx";

/** As high as the chart with its words on a desk; on a phone the frame scrolls. */
const HEIGHT = 720;

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** A chart by its path below `/embed` and its query, with a label for the field and a title for the frame. */
export type EmbedLine = { id: string; label: string; path: string; search?: Record<string, unknown>; title: string };

/** The lines of HTML that put charts into a page elsewhere. */
export function EmbedLines({ lines, origin }: { lines: readonly EmbedLine[]; origin: string }) {
  const { say, lang } = useText();
  const point = pointOf(useView());
  return (
    <Folded summary={say("embed.title")} className="no-print mt-4">
      <p className="measure text-sm text-soft">{say("embed.body")}</p>
      {lines.map(({ id, label, path, search, title }) => {
        const address = `${origin}/embed${path}${stringifySearch({ ...search, ...point, lang: langParam(lang) })}`;
        const text = `<iframe src="${escaped(address)}" title="${escaped(title)}" width="100%" height="${HEIGHT}" loading="lazy"></iframe>`;
        return (
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
        );
      })}
    </Folded>
  );
}
