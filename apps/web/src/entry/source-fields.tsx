import { useStaffText } from "../text/staff-text.tsx";
import { Combobox } from "../ui/combobox.tsx";
import { field } from "../ui/field.ts";
import { FormField } from "../ui/form-field.tsx";
import type { Part } from "./form-part.ts";

const KINDS = [
  "primary",
  "primary_copy",
  "legal_text",
  "government",
  "press",
  "third_party",
  "derived",
  "memory",
] as const;
type Props = Part & { sources: { id: string; title: string; publisher: string; kind: string }[] };

/** Where the figure was read: one of the listed sources or a new one, and the place in it. */
export function SourceFields({ values, set, errorOf, leave, sources }: Props) {
  const { say } = useStaffText();
  const chosen = sources.find(({ id }) => id === values.source);
  const change = (part: Partial<typeof values.newSource>) => set({ newSource: { ...values.newSource, ...part } });
  const left = () => leave("newSource");
  return (
    <section aria-labelledby="source-title" className="space-y-5">
      <h2 id="source-title" className="text-lg">
        {say("form.source")}
      </h2>
      <div className="flex flex-wrap gap-x-6">
        {[false, true].map((isNew) => (
          <label key={String(isNew)} className="flex min-h-11 items-center gap-2 text-sm">
            <input
              type="radio"
              name="sourceMode"
              className="size-5"
              id={isNew ? undefined : "source"}
              aria-describedby={errorOf("source") ? "source-error" : undefined}
              checked={values.isNewSource === isNew}
              onChange={() => set({ isNewSource: isNew })}
            />
            {say(isNew ? "form.sourceNew" : "form.sourceListed")}
          </label>
        ))}
      </div>
      {errorOf("source") ? (
        <p id="source-error" className="text-sm font-semibold text-(--moving-away)">
          {errorOf("source")}
        </p>
      ) : null}
      {values.isNewSource ? (
        <div className="space-y-5">
          <FormField id="newSource" label={say("form.sourceTitle")} error={errorOf("newSource")}>
            {(tied) => (
              <input
                {...tied}
                type="text"
                value={values.newSource.title}
                onChange={(event) => change({ title: event.target.value })}
                className={field}
              />
            )}
          </FormField>
          <div className="grid gap-5 sm:grid-cols-2">
            <FormField id="source-publisher" label={say("form.sourcePublisher")}>
              {(tied) => (
                <input
                  {...tied}
                  type="text"
                  value={values.newSource.publisher}
                  onChange={(event) => change({ publisher: event.target.value })}
                  onBlur={left}
                  className={field}
                />
              )}
            </FormField>
            <FormField id="source-kind" label={say("form.sourceKind")}>
              {(tied) => (
                <select
                  {...tied}
                  value={values.newSource.kind}
                  onChange={(event) => change({ kind: event.target.value as (typeof KINDS)[number] })}
                  className={field}
                >
                  {KINDS.map((kind) => (
                    <option key={kind} value={kind}>
                      {say(`sourceKind.${kind}`)}
                    </option>
                  ))}
                </select>
              )}
            </FormField>
            <FormField id="source-date" label={say("form.sourceDate")} hint={say("form.sourceDateHint")}>
              {(tied) => (
                <input
                  {...tied}
                  type="text"
                  value={values.newSource.date}
                  onChange={(event) => change({ date: event.target.value })}
                  className={field}
                />
              )}
            </FormField>
            <FormField id="source-url" label={say("form.sourceUrl")} hint={say("form.sourceUrlHint")}>
              {(tied) => (
                <input
                  {...tied}
                  type="url"
                  value={values.newSource.url}
                  onChange={(event) => change({ url: event.target.value })}
                  onBlur={left}
                  className={field}
                />
              )}
            </FormField>
          </div>
        </div>
      ) : (
        <div className="space-y-2">
          <p className="text-sm">
            {chosen ? (
              <>
                <strong>{chosen.title}</strong>
                <span className="text-soft">, {chosen.publisher}</span>
              </>
            ) : (
              <span className="text-soft">{values.source || say("form.sourceNone")}</span>
            )}
          </p>
          <Combobox
            label={say(chosen ? "form.sourceChange" : "form.sourceChoose")}
            placeholder={say("form.sourceFind")}
            options={sources.map(({ id, title, publisher }) => ({ value: id, label: `${title}, ${publisher}` }))}
            onChoose={(source) => set({ source })}
          />
        </div>
      )}
      <FormField id="place" label={say("form.place")} hint={say("form.placeHint")} error={errorOf("place")}>
        {(tied) => (
          <input
            {...tied}
            type="text"
            value={values.place}
            onChange={(event) => set({ place: event.target.value })}
            className={field}
          />
        )}
      </FormField>
    </section>
  );
}
