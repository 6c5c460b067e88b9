import { useQuery } from "@tanstack/react-query";
import { useStaffText } from "../../text/staff-text.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Section } from "../../ui/section.tsx";
import { instant } from "../../words/instant.ts";
import { paths, staffRead } from "../session/client.ts";

/** Mail that did not reach somebody: for whom, since when, why, and whether it is tried again. */
export function UnsentMail() {
  const { say, lang } = useStaffText();
  const mail = useQuery(staffRead(paths.mail));
  if (!mail.data || mail.data.items.length === 0) return null;
  return (
    <Section title={say("mail.unsent")} className="mt-12">
      <DataTable
        caption={say("mail.unsent")}
        rows={mail.data.items}
        rowKey={({ notice, person }) => `${notice.id} ${person.id}`}
        className="min-w-[40rem]"
        columns={[
          { label: say("mail.to"), cell: ({ person }) => `${person.name}, ${person.email}` },
          { label: say("mail.since"), cell: ({ notice }) => instant(notice.at, lang) },
          { label: say("mail.why"), cell: ({ error }) => error },
          {
            label: say("mail.next"),
            cell: ({ state, nextAt, tries }) =>
              state === "failed" ? say("mail.givenUp", { n: tries }) : instant(nextAt, lang),
          },
        ]}
      />
    </Section>
  );
}
