import type { Target } from "@moc2030/shared/schema/target";
import type { LegalDocument, SourceOf } from "../../client/api.ts";
import { SourceNote } from "../../document/source-note.tsx";
import { WhereRead } from "../../document/where-read.tsx";
import { useText } from "../../text/text.tsx";
import { documentName, isQuotation, wordingText } from "../../words/wording.ts";

type Props = { target: Target; document: LegalDocument | undefined; sourceOf: SourceOf };

/** What a target says, quoted where the words are known, and where that was read. */
export function TargetWording({ target, document, sourceOf }: Props) {
  const text = useText();
  return (
    <figure className="mt-4 border-s-2 border-line-strong ps-4 text-sm">
      {isQuotation(target) ? (
        <blockquote lang="vi">“{target.wording.vi}”</blockquote>
      ) : (
        <p>{wordingText(target, text)}</p>
      )}
      {text.lang === "en" && isQuotation(target) ? (
        <p className="mt-1 text-soft">{text.say("panel.translation", { text: target.wording.en })}</p>
      ) : null}
      <figcaption className="mt-1 text-xs text-soft">
        {document ? documentName(document, text) : null}
        {target.clause && !target.verbatim ? `, ${target.clause}` : null} ·{" "}
        <WhereRead target={target} sourceOf={sourceOf} />
        {target.note ? (
          <div className="mt-1">
            <SourceNote text={target.note} sourceOf={sourceOf} />
          </div>
        ) : null}
      </figcaption>
    </figure>
  );
}
