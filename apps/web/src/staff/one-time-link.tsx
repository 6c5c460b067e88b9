import { useEffect, useRef } from "react";
import { instant } from "../instant.ts";
import { useStaffText } from "../text/staff-text.tsx";
import { CopyText } from "./copy-text.tsx";

export type Made = { path: string; expiresAt: string; name: string };

/** A link that has just been made, to be handed on; nobody sees it again. Each takes the focus when it comes. */
export function OneTimeLink({ made }: { made: Made }) {
  const { say, lang } = useStaffText();
  const box = useRef<HTMLDivElement>(null);
  const address = `${window.location.origin}${made.path}`;
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1} role="status" className="mt-5 max-w-4xl border-s-4 border-accent bg-accent-tint p-4">
      <p className="font-semibold">{say("people.link", { name: made.name })}</p>
      <p className="mt-2">
        <code className="font-mono text-sm break-all">{address}</code>
      </p>
      <p className="mt-2 text-sm">{say("people.linkOnce", { until: instant(made.expiresAt, lang) })}</p>
      <CopyText text={address} label={say("people.copy")} />
    </div>
  );
}
