import type { IssuedReport } from "@moc2030/shared/schema/report";
import { useText } from "../text/text.tsx";
import { day } from "../words/format.ts";

type Props = { reports: readonly Pick<IssuedReport, "number" | "date">[]; className?: string };

/** That an issued report has the same figure and verdict: the newest one that does. Nothing where none has. */
export function IssuedNote({ reports: [newest], className = "" }: Props) {
  const { say, lang } = useText();
  if (!newest) return null;
  return (
    <p className={`text-xs text-soft ${className}`}>
      {say("issued.asIn", { number: newest.number, day: day(newest.date, lang) })}
    </p>
  );
}
