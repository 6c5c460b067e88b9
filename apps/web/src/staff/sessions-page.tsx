import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { instant } from "../instant.ts";
import { type Answer, paths, Refusal, send, sessionRead, staffRead } from "../session/client.ts";
import { useMe } from "../session/me.ts";
import { problemText } from "../session/problem-text.ts";
import { useStaffText } from "../text/staff-text.tsx";
import { useTitle } from "../ui/error-page.tsx";
import { field } from "../ui/field.ts";
import { FormField } from "../ui/form-field.tsx";
import { ScrollBox } from "../ui/scroll-box.tsx";
import { PageSkeleton } from "../ui/skeleton.tsx";
import { NewPassword } from "./new-password.tsx";

const sessionsRead = () => staffRead<Answer<typeof paths.session.all.$get>>(paths.session.all.$path());

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
  const queries = useQueryClient();
  useTitle(say("sessions.title"));
  const sessions = useQuery(sessionsRead());
  const end = useMutation({
    mutationFn: (id: string) => send(paths.session.all[":id"].$path({ param: { id } }), { method: "DELETE" }),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: sessionsRead().queryKey });
      void queries.invalidateQueries({ queryKey: sessionRead().queryKey });
    },
  });
  const change = useMutation({
    mutationFn: (json: { current: string; next: string }) =>
      send(paths.session.password.$path(), { method: "POST", json, asksAgain: false }),
    onSuccess: () => queries.invalidateQueries({ queryKey: sessionRead().queryKey }),
  });
  const isWrong = change.error instanceof Refusal && change.error.slug === "wrong-credentials";
  if (sessions.isPending) return <PageSkeleton />;
  return (
    <div className="py-8">
      <h1 className="text-2xl">{say("sessions.title")}</h1>
      <p className="measure mt-2 text-soft">{say("sessions.body")}</p>
      {sessions.isError ? <p role="alert">{problemText(sessions.error, text)}</p> : null}
      <ScrollBox label={say("sessions.caption")}>
        <table className="table mt-4 min-w-[40rem]">
          <caption className="sr-only">{say("sessions.caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{say("sessions.agent")}</th>
              <th scope="col">{say("sessions.address")}</th>
              <th scope="col">{say("sessions.opened")}</th>
              <th scope="col">{say("sessions.seen")}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {sessions.data?.items.map((session) => (
              <tr key={session.id}>
                <th scope="row">
                  {browserName(session.agent)}
                  {session.current ? <span className="font-normal text-soft"> ({say("sessions.this")})</span> : null}
                </th>
                <td>{session.address}</td>
                <td>{instant(session.openedAt, lang)}</td>
                <td>{instant(session.lastSeenAt, lang)}</td>
                <td>
                  <button type="button" className="button relative" onClick={() => end.mutate(session.id)}>
                    {say("sessions.end")}
                    <span className="sr-only"> {browserName(session.agent)}</span>
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <h2 className="mt-12 text-lg">{say("sessions.password")}</h2>
      <p className="mt-1 mb-5 text-sm text-soft">{say("sessions.passwordBody")}</p>
      <NewPassword
        email={me.email}
        button={say("sessions.change")}
        isBusy={change.isPending}
        error={isWrong ? null : change.error}
        onChosen={(next) => {
          const current = (document.getElementById("current-password") as HTMLInputElement).value;
          change.mutate({ current, next });
        }}
      >
        <FormField
          id="current-password"
          label={say("sessions.current")}
          error={isWrong ? say("sessions.currentWrong") : null}
          className="mb-5"
        >
          {(tied) => <input {...tied} type="password" autoComplete="current-password" className={field} />}
        </FormField>
      </NewPassword>
    </div>
  );
}
