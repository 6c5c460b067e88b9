import type { ReleaseRef } from "@moc2030/shared/schema/release";
import { useText } from "../text/text.tsx";
import { day, dayOfInstant } from "../words/format.ts";

/** Release, method version and reference date of a page. */
export function Provenance({
  release,
  referenceDate,
  methodVersion,
}: {
  release: ReleaseRef | null;
  referenceDate: string;
  methodVersion: number | undefined;
}) {
  const { say, lang } = useText();
  return (
    <p className="mt-4 border-t border-line pt-3 md:mt-12 md:pt-4 text-xs text-soft print:mt-2 print:pt-1">
      {release
        ? say("provenance.release", { id: release.id, day: dayOfInstant(release.publishedAt, lang) })
        : say("empty.bodyNow")}{" "}
      {methodVersion ? say("provenance.method", { version: methodVersion, day: day(referenceDate, lang) }) : null}
    </p>
  );
}
