import { useState } from "react";
import { useStaffText } from "../../text/staff-text.tsx";
import { FileField } from "../../ui/fields.tsx";
import { type Answer, ProblemError, paths, send } from "../session/client.ts";
import { useForm } from "../session/form.tsx";
import { EvidenceLink } from "../submissions/links.tsx";
import type { Item } from "../submissions/reads.ts";

const MAX_BYTES = 10 * 1024 * 1024;
const MAX_FILES = 10;

type Values = { evidence: string[] };
type Props = {
  /** Id of the field where there are several. */
  id?: string;
  /** What is attached; by default a copy of the source. */
  label?: string;
  values: Values;
  set: (change: Values) => void;
  files: readonly Pick<Item["files"][number], "sha256" | "name">[];
};

/** Uploads copies of the source (PDF or image), stored by hash. */
export function EvidenceField({ id = "evidence", label, values: { evidence }, set, files }: Props) {
  const { say } = useStaffText();
  // Uploads that the last response does not include yet.
  const [added, setAdded] = useState<Item["files"]>([]);
  const add = useForm<File, Answer<typeof paths.evidence.$post>>({
    check: ({ size }) => ({ evidence: size > MAX_BYTES && say("evidence.large") }),
    send: (file) => {
      const raw = { body: file, type: "application/octet-stream" };
      return send(paths.evidence.$path({ query: { name: file.name } }), { method: "POST", raw });
    },
    refused: (error) =>
      error instanceof ProblemError && error.errors.some((one) => one.parameter === "name")
        ? { evidence: say("evidence.nameWrong") }
        : undefined,
    onSuccess: (kept) => {
      setAdded((now) => [...now, kept]);
      if (!evidence.includes(kept.sha256)) set({ evidence: [...evidence, kept.sha256] });
    },
    at: "evidence",
    stale: null,
  });
  const nameOf = (hash: string, index: number) =>
    [...files, ...added].find(({ sha256 }) => sha256 === hash)?.name ?? say("evidence.file", { n: index + 1 });
  return (
    <section>
      {evidence.length > 0 ? (
        <ul aria-label={say("evidence.list")} className="mb-3 space-y-1 text-sm">
          {evidence.map((hash, index) => (
            <li key={hash} className="flex flex-wrap items-center gap-x-4">
              <EvidenceLink sha256={hash} name={nameOf(hash, index)} />
              <button
                type="button"
                className="min-h-9 text-accent underline"
                onClick={() => set({ evidence: evidence.filter((one) => one !== hash) })}
              >
                {say("evidence.remove")}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <FileField
        id={id}
        label={label ?? say("evidence.add")}
        hint={say("evidence.hint")}
        error={add.errors[0]?.text ?? null}
        accept="application/pdf,image/png,image/jpeg,image/webp"
        disabled={add.isPending || evidence.length >= MAX_FILES}
        onFile={add.submit}
      />
      <p role="status" className="text-sm text-soft">
        {add.isPending ? say("evidence.sending") : ""}
      </p>
    </section>
  );
}
