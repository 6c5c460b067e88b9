import type { Target } from "@moc2030/shared/schema/target";
import type { ReactNode } from "react";
import type { IndicatorItem, SourceOf } from "../../client/api.ts";
import { SourceNote } from "../../document/source-note.tsx";
import { useText } from "../../text/text.tsx";
import { capital } from "../../words/format.ts";
import { wordingText } from "../../words/wording.ts";
import { aimOf } from "./beside.ts";

type Props = {
  target: Target;
  indicator: IndicatorItem | undefined;
  name: string;
  sourceOf: SourceOf;
  children?: ReactNode;
};

/** A target of another document: name, year, threshold, wording and note. */
export function OtherTarget({ target, indicator, name, sourceOf, children }: Props) {
  const text = useText();
  const { say } = text;
  const isRecalled = target.wordingBasis === "recalled" || target.confidence === "unverified";
  return (
    <>
      <div>
        {say("strategy.by", { document: name, year: target.year })}{" "}
        <strong>{capital(aimOf(target, indicator?.valueKind ?? "count", text))}</strong>
        {children}
      </div>
      <div className="text-xs text-soft">
        {wordingText(target, text)}
        {isRecalled ? ` · ${say("strategy.recalled")}` : null}
        {target.note ? (
          <>
            {" · "}
            <SourceNote text={target.note} sourceOf={sourceOf} />
          </>
        ) : null}
      </div>
    </>
  );
}
