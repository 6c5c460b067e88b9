import type { ReactNode } from "react";
import { day } from "../format.ts";
import { instant } from "../instant.ts";
import { useStaffText } from "../text/staff-text.tsx";
import type { EntryFigure } from "./reads.ts";

type Version = EntryFigure["history"][number];

/** One version of a figure with its origin: source, place, evidence, people, reason, release. */
export function SheetVersion({ version }: { version: Version }) {
  const { say, lang } = useStaffText();
  const comment = (lang === "vi" ? version.obsComVi : version.obsComEn) ?? version.obsComVi ?? version.obsComEn;
  const facts: [string, ReactNode][] = [
    [say("form.source"), [version.sourceTitle ?? version.source, version.sourceUrl].filter(Boolean).join(", ")],
    [say("item.place"), version.place],
    [say("form.edition"), version.edition],
    [say("form.published"), version.published ? day(version.published, lang) : null],
    [say("form.confidence"), say(`trust.${version.confidence}`)],
    [say("item.comment"), comment],
    [
      say("item.evidence"),
      version.evidence.length === 0
        ? say("item.noEvidence")
        : version.evidence.map((file) => (
            <span key={file.sha256} className="block">
              {file.name} <span className="num text-xs break-all text-soft">SHA-256 {file.sha256}</span>
            </span>
          )),
    ],
    [say("sheet.enteredBy"), version.enteredBy ?? say("sheet.seed")],
    [
      say("sheet.approvedBy"),
      version.approvedBy
        ? `${version.approvedBy}${version.approvedAt ? `, ${instant(version.approvedAt, lang)}` : ""}`
        : "–",
    ],
    [
      say("form.reason"),
      version.reason ? `${say(`reasonFor.${version.reason as "own_error"}`)}. ${version.reasonText ?? ""}` : null,
    ],
    [say("sheet.release"), `${version.release}, ${instant(version.publishedAt, lang)}`],
  ];
  return (
    <dl className="mt-3 grid grid-cols-1 sm:grid-cols-[11rem_minmax(0,1fr)] gap-x-6 gap-y-1.5 text-sm">
      {facts.map(([name, value]) =>
        value ? (
          <div key={name} className="contents">
            <dt className="text-soft">{name}</dt>
            <dd className="break-words">{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
