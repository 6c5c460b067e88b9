import { useState } from "react";
import { useStaffText } from "../../text/staff-text.tsx";
import { Button } from "../../ui/button.tsx";

/** A text with a copy button. */
export function CopyText({ text, label }: { text: string; label: string }) {
  const { say } = useStaffText();
  const [copied, setCopied] = useState("");
  const copy = () => void navigator.clipboard.writeText(text).then(() => setCopied(text));
  return (
    <Button className="no-print mt-3" onClick={copy}>
      {copied === text ? say("setUp.copied") : label}
    </Button>
  );
}
