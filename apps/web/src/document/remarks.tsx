import type { Remark } from "@moc2030/shared/schema/statement";
import { PageLink } from "../address/page-link.tsx";
import { useText } from "../text/text.tsx";
import { day } from "../words/format.ts";

type Props = { remarks: readonly Remark[]; bodies: readonly { id: string; name: string }[]; className?: string };

/** Remarks of responsible bodies on an assessment, each from a letter. They never change the assessment. */
export function Remarks({ remarks, bodies, className = "" }: Props) {
  const { say, lang } = useText();
  if (remarks.length === 0) return null;
  return (
    <div className={`border-s-2 border-line-strong ps-4 text-sm font-normal ${className}`}>
      <p className="font-semibold">{say("remark.heading")}</p>
      {remarks.map(({ subject, content: { body, text, letter, person, assessedRelease } }) => (
        <figure key={`${subject} ${body}`} className="mt-2">
          <blockquote lang="vi" className="whitespace-pre-line">
            “{text.vi}”
          </blockquote>
          {lang === "en" && text.en ? (
            <p className="mt-1 whitespace-pre-line text-soft">{say("remark.translation", { text: text.en })}</p>
          ) : null}
          <figcaption className="mt-1 text-xs text-soft">
            {say("remark.letter", {
              body: bodies.find(({ id }) => id === body)?.name ?? body,
              number: letter.number,
              day: day(letter.date, lang),
              person,
            })}{" "}
            <PageLink to={`/releases/${assessedRelease}`}>{say("remark.about", { release: assessedRelease })}</PageLink>
          </figcaption>
        </figure>
      ))}
      <p className="mt-1 text-xs text-soft">{say("remark.unchanged")}</p>
    </div>
  );
}
