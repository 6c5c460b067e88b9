import type { ReactNode } from "react";
import { day } from "../format.ts";
import { instant } from "../instant.ts";
import { publishedText } from "../published.ts";
import { flagsText } from "../submissions/figure-words.ts";
import { useStaffText } from "../text/staff-text.tsx";
import type { EntryFigure } from "./reads.ts";

type Version = EntryFigure["history"][number];

/** One version of a figure with its origin: source, place, evidence, people, reason, release. */
export function SheetVersion({ version }: { version: Version }) {
  const text = useStaffText();
  const { say, lang } = text;
  const comment = (lang === "vi" ? version.obsComVi : version.obsComEn) ?? version.obsComVi ?? version.obsComEn;
  const { sourceTitle, source, sourcePublisher, sourceDate, sourceUrl } = version;
  const published = sourceDate && /^\d{4}-\d{2}-\d{2}$/.test(sourceDate) ? day(sourceDate, lang) : sourceDate;
  const cited = [sourceTitle ?? source, sourcePublisher, published, sourceUrl];
  const signed = (name: string, at: string | null) => (at ? `${name}, ${instant(at, lang)}` : name);
  const approver = version.approvedBy ? signed(version.approvedBy, version.approvedAt) : "–";
  const approved = version.approvedOnBehalfOf
    ? say("sheet.onBehalfOf", { signed: approver, name: version.approvedOnBehalfOf })
    : approver;
  const facts: [string, ReactNode][] = [
    [say("form.flags"), flagsText(version, text)],
    [say("form.source"), cited.filter(Boolean).join(", ")],
    [say("item.place"), version.place],
    [say("form.edition"), version.edition],
    [say("form.published"), publishedText(version, text)],
    [say("form.confidence"), say(`choice.confidence.${version.confidence}`)],
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
    [say("sheet.enteredBy"), version.enteredBy ? signed(version.enteredBy, version.submittedAt) : say("sheet.seed")],
    [say("sheet.approvedBy"), approved],
    [
      say("form.reason"),
      version.reason ? `${say(`reasonFor.${version.reason as "own_error"}`)}. ${version.reasonText ?? ""}` : null,
    ],
    [say("item.confirmation"), version.confirmation],
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
