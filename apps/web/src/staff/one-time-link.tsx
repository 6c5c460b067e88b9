import { useEffect, useRef, useState } from "react";
import { instant } from "../instant.ts";
import { useStaffText } from "../text/staff-text.tsx";

export type Made = { path: string; expiresAt: string; name: string };

/** A link that has just been made, to be handed on; nobody sees it again. */
export function OneTimeLink({ made }: { made: Made }) {
  const { say, lang } = useStaffText();
  const [isCopied, setIsCopied] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const address = `${window.location.origin}${made.path}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new link takes the focus
  useEffect(() => {
    setIsCopied(false);
    box.current?.focus();
  }, [made]);
  return (
    <div ref={box} tabIndex={-1} role="status" className="mt-5 max-w-4xl border-s-4 border-accent bg-accent-tint p-4">
      <p className="font-semibold">{say("people.link", { name: made.name })}</p>
      <p className="mt-2">
        <code className="font-mono text-sm break-all">{address}</code>
      </p>
      <p className="mt-2 text-sm">{say("people.linkOnce", { until: instant(made.expiresAt, lang) })}</p>
      <button
        type="button"
        className="button mt-3"
        onClick={() => void navigator.clipboard.writeText(address).then(() => setIsCopied(true))}
      >
        {say(isCopied ? "setUp.copied" : "people.copy")}
      </button>
    </div>
  );
}
