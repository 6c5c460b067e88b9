import { useState } from "react";
import { type Answer, paths, Refusal, send } from "../session/client.ts";
import { problemText } from "../session/problem-text.ts";
import { EvidenceLink } from "../submissions/evidence-link.tsx";
import type { Item } from "../submissions/reads.ts";
import { useStaffText } from "../text/staff-text.tsx";
import { FormField } from "../ui/form-field.tsx";
import type { Part } from "./form-part.ts";

const MOST_BYTES = 10 * 1024 * 1024;
const MOST_FILES = 10;

/** Copies of the source: a PDF or an image each, kept by the server under its hash. */
export function EvidenceField({ values, set, files }: Part & { files: Item["files"] }) {
  const text = useStaffText();
  const { say } = text;
  // Just added, and not yet in what the server answered last.
  const [added, setAdded] = useState<Item["files"]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const add = async (file: File) => {
    if (file.size > MOST_BYTES) return setProblem(say("evidence.large"));
    setIsBusy(true);
    setProblem(null);
    try {
      const query = { name: file.name };
      const kept = await send<Answer<typeof paths.evidence.$post>>(paths.evidence.$path({ query }), {
        method: "POST",
        raw: { body: file, type: "application/octet-stream" },
      });
      setAdded((now) => [...now, kept]);
      if (!values.evidence.includes(kept.sha256)) set({ evidence: [...values.evidence, kept.sha256] });
    } catch (error) {
      const isName =
        error instanceof Refusal && error.errors.some((one) => "parameter" in one && one.parameter === "name");
      setProblem(isName ? say("evidence.nameWrong") : problemText(error, text));
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <section>
      {values.evidence.length > 0 ? (
        <ul aria-label={say("evidence.list")} className="mb-3 space-y-1 text-sm">
          {values.evidence.map((hash, index) => (
            <li key={hash} className="flex flex-wrap items-center gap-x-4">
              <EvidenceLink
                sha256={hash}
                name={
                  [...files, ...added].find(({ sha256 }) => sha256 === hash)?.name ??
                  say("evidence.file", { n: index + 1 })
                }
              />
              <button
                type="button"
                className="min-h-9 text-accent underline"
                onClick={() => set({ evidence: values.evidence.filter((one) => one !== hash) })}
              >
                {say("evidence.remove")}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <FormField id="evidence" label={say("evidence.add")} hint={say("evidence.hint")} error={problem}>
        {(tied) => (
          <input
            {...tied}
            type="file"
            accept="application/pdf,image/png,image/jpeg,image/webp"
            disabled={isBusy || values.evidence.length >= MOST_FILES}
            onChange={(event) => {
              const file = event.target.files?.[0];
              event.target.value = "";
              if (file) void add(file);
            }}
            className="max-w-full text-sm file:me-3 file:min-h-11 file:rounded-[4px] file:border file:border-line-strong file:bg-surface file:px-4 file:font-semibold"
          />
        )}
      </FormField>
      <p role="status" className="text-sm text-soft">
        {isBusy ? say("evidence.sending") : ""}
      </p>
    </section>
  );
}
