import { useState } from "react";
import { useText } from "../text/text.tsx";

/** Copies a text, and says so where a screen reader hears it. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const { say } = useText();
  const [isCopied, setIsCopied] = useState(false);
  return (
    <>
      <button
        type="button"
        className="button"
        onClick={async () => {
          await copied(text);
          setIsCopied(true);
          setTimeout(() => setIsCopied(false), 2500);
        }}
      >
        {isCopied ? say("copy.done") : label}
      </button>
      <span role="status" className="sr-only">
        {isCopied ? say("copy.done") : ""}
      </span>
    </>
  );
}

/** The clipboard is only there for pages that came by TLS; the older way works everywhere. */
async function copied(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "sr-only";
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
}
