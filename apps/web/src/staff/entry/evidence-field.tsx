import { useState } from "react";
import { type StaffText, type StaffTextId, useStaffText } from "../../text/staff-text.tsx";
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
  /** Of a report: its final text and the signed paper. */
  of?: "report";
};

const IMAGES = "image/png,image/jpeg,image/webp";
const WORDS = {
  source: { add: "evidence.add", hint: "evidence.hint", list: "evidence.list", accept: `application/pdf,${IMAGES}` },
  report: { add: "issued.add", hint: "issued.addHint", list: "issued.files", accept: ".docx,application/pdf" },
} as const;

/** Why a text is not kept as final: what is still open in it, or what it is instead of a document. */
function textProblem(error: ProblemError, { say }: StaffText): string | null {
  const at = (pointer: string) => error.errors.filter((one) => one.pointer === pointer).map(({ detail }) => detail);
  const [open, [code]] = [at("/open"), at("/document")];
  if (open.length > 0) return say("issued.open", { places: open.join("; ") });
  return code ? say(`issued.document.${code}` as StaffTextId) : null;
}

/** Uploads copies of the source (PDF or image), stored by hash. */
export function EvidenceField({ id = "evidence", label, values: { evidence }, set, files, of }: Props) {
  const text = useStaffText();
  const { say } = text;
  const words = WORDS[of ?? "source"];
  // Uploads that the last response does not include yet.
  const [added, setAdded] = useState<Item["files"]>([]);
  const add = useForm<File, Answer<typeof paths.evidence.$post>>({
    check: ({ size }) => ({ evidence: size > MAX_BYTES && say("evidence.large") }),
    send: (file) => {
      const raw = { body: file, type: "application/octet-stream" };
      return send(paths.evidence.$path({ query: { name: file.name } }), { method: "POST", raw });
    },
    refused: (error) => {
      if (!(error instanceof ProblemError)) return undefined;
      if (error.errors.some((one) => one.parameter === "name")) return { evidence: say("evidence.nameWrong") };
      const evidence = textProblem(error, text);
      return evidence === null ? undefined : { evidence };
    },
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
        <ul aria-label={say(words.list)} className="mb-3 space-y-1 text-sm">
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
        label={label ?? say(words.add)}
        hint={say(words.hint)}
        error={add.errors[0]?.text ?? null}
        accept={words.accept}
        disabled={add.isPending || evidence.length >= MAX_FILES}
        onFile={add.submit}
      />
      <p role="status" className="text-sm text-soft">
        {add.isPending ? say("evidence.sending") : ""}
      </p>
    </section>
  );
}
