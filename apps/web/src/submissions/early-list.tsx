import { instant } from "../instant.ts";
import { useStaffText } from "../text/staff-text.tsx";
import type { Submission } from "./reads.ts";

/** Who sees a scheduled publication before its instant, and from when. */
export function EarlyList({ readers }: { readers: Submission["earlyReaders"] }) {
  const { say, lang } = useStaffText();
  if (readers.length === 0) return null;
  return (
    <section aria-labelledby="early-title" className="mt-8">
      <h2 id="early-title" className="text-lg">
        {say("early.list")}
      </h2>
      <ul className="mt-3 space-y-1 text-sm">
        {readers.map(({ name, role, from }) => (
          <li key={`${name} ${role} ${from}`}>
            {say("early.one", { who: role ? `${name} (${role})` : name, from: instant(from, lang) })}
          </li>
        ))}
      </ul>
    </section>
  );
}
