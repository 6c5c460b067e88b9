import { COUNTRY } from "@moc2030/shared/figure/country";
import { useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import type { FigureSearch } from "../../address/search.ts";
import { useStaffText } from "../../text/staff-text.tsx";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageSkeleton } from "../../ui/skeleton.tsx";
import { day } from "../../words/format.ts";
import { instant } from "../../words/instant.ts";
import { useTitle } from "../error-page.tsx";
import { useAreaName } from "../submissions/area-name.ts";
import { Facts, factsOf } from "../submissions/facts.tsx";
import { flagsText, gradeText, valueText } from "../submissions/figure-words.ts";
import { type EntryFigure, figureRead } from "./reads.ts";

/** "Phiếu số liệu": one figure with its history and evidence, as an A4 page for the paper file. */
export function SheetPage() {
  const text = useStaffText();
  const { say, lang } = text;
  const areaName = useAreaName();
  const { code = "", area = COUNTRY, year = "" } = useParams({ strict: false });
  const { compiler } = useSearch({ strict: false }) as FigureSearch;
  const read = useQuery({ ...figureRead(lang, code, Number(year), compiler, area), throwOnError: true });
  useTitle(`${say("sheet.title")}: ${code} ${year}`);
  if (!read.data) return <PageSkeleton />;
  const { indicator, key, current, history, today } = read.data;
  if (!current) return <Notice title={say("sheet.title")}>{say("figure.never")}</Notice>;
  const [newest, ...older] = history;
  return (
    <article className="mx-auto max-w-[48rem] py-8 print:py-0">
      <div className="flex items-start justify-between gap-4">
        <h1 className="text-2xl">{say("sheet.title")}</h1>
        <Button className="no-print" onClick={() => window.print()}>
          {say("sheet.print")}
        </Button>
      </div>
      <p className="mt-4 text-lg font-semibold">
        {say("form.title", { indicator: indicator.name, year: key.timePeriod })}
      </p>
      <p className="text-soft">
        {say("form.subtitle", { compiler: key.compiler, area: areaName(key.refArea) })} · {indicator.unit} ·{" "}
        {key.indicator}
      </p>
      <p className="mt-4">
        <strong className="num text-3xl">{valueText(current, indicator.valueKind, text)}</strong>{" "}
        {current.value === null ? null : <span>{gradeText(current, text)}</span>}
      </p>
      {newest ? <Version version={newest} /> : null}
      {older.length > 0 ? <h2 className="mt-8 text-lg">{say("sheet.older")}</h2> : null}
      {older.map((version) => (
        <div key={version.release} className="mt-3 border-t border-line pt-3">
          <p>
            <strong className="num">{valueText(version, indicator.valueKind, text)}</strong>{" "}
            {version.value === null ? null : gradeText(version, text)}
          </p>
          <Version version={version} />
        </div>
      ))}
      <div className="mt-12 hidden grid-cols-3 gap-8 text-center print:grid">
        {(["sheet.entered", "sheet.approved", "sheet.confirmed"] as const).map((id) => (
          <p key={id} className="pb-24">
            {say(id)}
          </p>
        ))}
      </div>
      <p className="mt-8 border-t border-line pt-3 text-xs text-soft">
        {say("sheet.foot", { day: day(today, lang), at: instant(new Date().toISOString(), lang) })}
      </p>
    </article>
  );
}

/** One revision with its provenance. */
function Version({ version }: { version: EntryFigure["history"][number] }) {
  const text = useStaffText();
  const { say, lang } = text;
  const { sourceTitle, source, sourcePublisher, sourceDate, sourceUrl, enteredBy, approvedBy } = version;
  const published = sourceDate && /^\d{4}-\d{2}-\d{2}$/.test(sourceDate) ? day(sourceDate, lang) : sourceDate;
  const cited = [sourceTitle ?? source, sourcePublisher, published, sourceUrl];
  const signed = (name: string, at: string | null) => (at ? `${name}, ${instant(at, lang)}` : name);
  const approver = approvedBy ? signed(approvedBy, version.approvedAt) : "–";
  const { origin, reason } = factsOf(version, text);
  const evidence = version.evidence.map(({ sha256, name }) => (
    <span key={sha256} className="block py-1 print:py-0">
      {name} <span className="num text-xs break-all text-soft">SHA-256 {sha256}</span>
    </span>
  ));
  return (
    <Facts
      facts={[
        [say("form.flags"), flagsText(version, text)],
        [say("form.source"), cited.filter(Boolean).join(", ")],
        ...origin,
        [say("form.confidence"), say(`choice.confidence.${version.confidence}`)],
        [say("field.evidence"), evidence.length > 0 ? evidence : say("item.noEvidence")],
        [say("sheet.enteredBy"), enteredBy ? signed(enteredBy, version.submittedAt) : say("sheet.seed")],
        [
          say("sheet.approvedBy"),
          version.approvedOnBehalfOf
            ? say("sheet.onBehalfOf", { signed: approver, name: version.approvedOnBehalfOf })
            : approver,
        ],
        ...reason,
        [say("sheet.release"), `${version.release}, ${instant(version.publishedAt, lang)}`],
      ]}
    />
  );
}
