import { useText } from "../text/text.tsx";
import type { NotUnderstood } from "./not-understood.ts";

/** Says what the address asked for that the page could make nothing of. */
export function UnreadAddress({ parts }: { parts: readonly NotUnderstood[] }) {
  const { say } = useText();
  if (parts.length === 0) return null;
  return (
    <div role="status" className="no-print border-b border-line bg-accent-tint text-ink">
      <div className="shell py-2 text-sm">
        {parts.map(({ name, text }) => (
          <p key={name} className="[overflow-wrap:anywhere]">
            {name === "asOf" ? say("unread.day", { text }) : say("unread.part", { text: `${name}=${text}` })}
          </p>
        ))}
      </div>
    </div>
  );
}
