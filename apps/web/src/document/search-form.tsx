import { pointOf } from "../address/read-point.ts";
import { langParam } from "../address/search.ts";
import { useView } from "../address/view.tsx";
import { useText } from "../text/text.tsx";

/** Maximum length of a search query, in characters. */
export const LONGEST_QUERY = 100;

/** Form of the site search, which keeps language and day or release. `id` is the id of the field. */
export function SearchForm({ id, query }: { id: string; query?: string | undefined }) {
  const { say } = useText();
  const view = useView();
  const kept = { lang: langParam(view.lang), ...pointOf(view) };
  return (
    <search>
      <form method="get" action="/search" className="measure">
        {Object.entries(kept).map(([name, value]) =>
          value ? <input key={name} type="hidden" name={name} value={value} /> : null,
        )}
        <label htmlFor={id} className="block text-sm font-semibold">
          {say("search.label")}
        </label>
        <div className="mt-1 flex gap-2">
          <input
            {...{ id, name: "q", type: "search", defaultValue: query, maxLength: LONGEST_QUERY, required: true }}
            aria-describedby={`${id}-hint`}
            autoComplete="off"
            spellCheck={false}
            className="min-h-11 w-full min-w-0 rounded-[4px] border border-line-strong bg-surface px-3"
          />{" "}
          <button type="submit" className="button button-main">
            {say("search.show")}
          </button>
        </div>
        <p id={`${id}-hint`} className="mt-1 text-sm text-soft">
          {say("search.hint", { n: LONGEST_QUERY })}
        </p>
      </form>
    </search>
  );
}
