import { useState } from "react";
import { usePageText } from "../text/page-text.tsx";

type Props = {
  text: string;
  label: string;
  /** Id of the element that is selected where the browser lets nothing be copied, so that it can be done by hand. */
  selectId?: string;
};

/** Copies a text, and says so where a screen reader hears it. */
export function CopyButton({ text, label, selectId }: Props) {
  const { say } = usePageText();
  const [state, setState] = useState<"done" | "selected" | null>(null);
  const copy = async () => {
    const isCopied = await copied(text);
    const element = isCopied || !selectId ? null : document.getElementById(selectId);
    if (element) getSelection()?.selectAllChildren(element);
    if (!isCopied && !element) return;
    setState(isCopied ? "done" : "selected");
    setTimeout(() => setState(null), isCopied ? 2500 : 10_000);
  };
  return (
    <>
      <button type="button" className="button" onClick={copy}>
        {state === "done" ? say("copy.done") : label}
      </button>
      <span role="status" className={state === "selected" ? "text-sm text-soft" : "sr-only"}>
        {state ? say(`copy.${state}`) : ""}
      </span>
    </>
  );
}

/** The clipboard is only there for pages that came by TLS, and may be refused; the older way works nearly everywhere. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement("textarea");
    field.value = text;
    field.className = "sr-only";
    document.body.append(field);
    field.select();
    const isCopied = document.execCommand("copy");
    field.remove();
    return isCopied;
  }
}
