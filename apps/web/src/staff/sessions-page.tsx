import { useQuery } from "@tanstack/react-query";
import { instant } from "../instant.ts";
import { type Answer, paths, send, sessionRead, staffRead } from "../session/client.ts";
import { useChange } from "../session/form.tsx";
import { useMe } from "../session/me.ts";
import { problemText } from "../session/problem-text.ts";
import { useStaffText } from "../text/staff-text.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { useTitle } from "../ui/error-page.tsx";
import { TextField } from "../ui/fields.tsx";
import { PageSkeleton } from "../ui/skeleton.tsx";
import { NewPassword } from "./new-password.tsx";

/** "Chrome 126, Windows": what a person recognises of a browser's name for itself. */
function browserName(agent: string): string {
  const browser = /(Edg|Firefox|Chrome|Version)\/(\d+)/.exec(agent);
  const system = /Windows|Android|iPhone|iPad|Mac OS X|Linux/.exec(agent)?.[0];
  const name = { Edg: "Edge", Version: "Safari" }[browser?.[1] ?? ""] ?? browser?.[1] ?? agent.slice(0, 40);
  return [`${name} ${browser?.[2] ?? ""}`.trim(), system].filter(Boolean).join(", ");
}

/** One's own sessions, to be ended, and one's password. */
export function SessionsPage() {
  const text = useStaffText();
  const { say, lang } = text;
  const me = useMe();
  useTitle(say("sessions.title"));
  const sessions = useQuery(staffRead<Answer<typeof paths.session.all.$get>>(paths.session.all.$path()));
  const { refetch } = useQuery(sessionRead());
  const end = useChange(
    (id: string) => send(paths.session.all[":id"].$path({ param: { id } }), { method: "DELETE" }),
    // One may have ended this very session.
    { onSuccess: () => refetch() },
  );
  if (sessions.isPending) return <PageSkeleton />;
  return (
    <div className="py-8">
      <h1 className="text-2xl">{say("sessions.title")}</h1>
      <p className="measure mt-2 text-soft">{say("sessions.body")}</p>
      {sessions.isError ? <p role="alert">{problemText(sessions.error, text)}</p> : null}
      <DataTable
        caption={say("sessions.caption")}
        rows={sessions.data?.items ?? []}
        rowKey={({ id }) => id}
        className="min-w-[40rem]"
        columns={[
          {
            label: say("sessions.agent"),
            cell: ({ agent, current }) => (
              <>
                {browserName(agent)}
                {current ? <span className="font-normal text-soft"> ({say("sessions.this")})</span> : null}
              </>
            ),
          },
          { label: say("sessions.address"), cell: ({ address }) => address },
          { label: say("sessions.opened"), cell: ({ openedAt }) => instant(openedAt, lang) },
          { label: say("sessions.seen"), cell: ({ lastSeenAt }) => instant(lastSeenAt, lang) },
          {
            label: "",
            cell: ({ id, agent }) => (
              <button type="button" className="button relative" onClick={() => end.run(id)}>
                {say("sessions.end")}
                <span className="sr-only"> {browserName(agent)}</span>
              </button>
            ),
          },
        ]}
      />
      <h2 className="mt-12 text-lg">{say("sessions.password")}</h2>
      <p className="mt-1 mb-5 text-sm text-soft">{say("sessions.passwordBody")}</p>
      <NewPassword
        email={me.email}
        button={say("sessions.change")}
        send={(next, current) =>
          send(paths.session.password.$path(), { method: "POST", json: { current, next }, asksAgain: false })
        }
      >
        <TextField
          id="current"
          label={say("sessions.current")}
          type="password"
          autoComplete="current-password"
          box="mb-5"
        />
      </NewPassword>
    </div>
  );
}
