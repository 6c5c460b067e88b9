import { useAddress } from "../address/address.ts";
import { useText } from "../text/text.tsx";

/** Maximum number of parameters named. */
const MOST_PARTS = 5;

/** Banner that names the query parameters the page ignored. */
export function UnreadAddress() {
  const { say } = useText();
  const { notUnderstood = [] } = useAddress();
  const day = notUnderstood.find(({ name }) => name === "asOf");
  const parts = notUnderstood.filter((part) => part !== day).map(({ name, text }) => `“${name}=${text}”`);
  if (notUnderstood.length === 0) return null;
  const named = parts.length > MOST_PARTS ? [...parts.slice(0, MOST_PARTS), "…"] : parts;
  return (
    <div role="status" className="no-print border-b border-line bg-accent-tint text-ink">
      <p className="shell py-2 text-sm [overflow-wrap:anywhere]">
        {day ? say("unread.day", { text: day.text }) : null}{" "}
        {parts.length > 0 ? say("unread.parts", { parts: named.join(", ") }) : null}
      </p>
    </div>
  );
}
