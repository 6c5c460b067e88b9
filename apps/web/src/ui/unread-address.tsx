import { useLocation, useSearch } from "@tanstack/react-router";
import { createContext, use, useEffect, useState } from "react";
import { type Asked, notUnderstood } from "../not-understood.ts";
import { useText } from "../text/text.tsx";

/** The address with which the page was opened, before the router put it right. */
export const AskedContext = createContext<Asked | null>(null);

/** Says what the address asked for that the page could make nothing of, for as long as it shows the figures of that address. */
export function UnreadAddress() {
  const { say } = useText();
  const asked = use(AskedContext);
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const path = useLocation({ select: ({ pathname }) => pathname });
  const [first] = useState(search);
  const [isLeft, setIsLeft] = useState(false);
  const isElsewhere = path !== asked?.path;
  useEffect(() => {
    if (isElsewhere) setIsLeft(true);
  }, [isElsewhere]);
  if (!asked || isElsewhere || isLeft) return null;
  const lost = notUnderstood(asked.search, first).filter(
    ({ name }) => JSON.stringify(search[name]) === JSON.stringify(first[name]),
  );
  if (lost.length === 0) return null;
  return (
    <div role="status" className="no-print border-b border-line bg-accent-tint text-ink">
      <div className="shell py-2 text-sm">
        {lost.map(({ name, text }) => (
          <p key={name} className="[overflow-wrap:anywhere]">
            {name === "asOf" ? say("unread.day", { text }) : say("unread.part", { text: `${name}=${text}` })}
          </p>
        ))}
      </div>
    </div>
  );
}
