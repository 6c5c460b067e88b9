import { useQuery } from "@tanstack/react-query";
import { Fragment } from "react";
import { useStaffText } from "../../text/staff-text.tsx";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/fields.tsx";
import { Section } from "../../ui/section.tsx";
import { PageSkeleton } from "../../ui/skeleton.tsx";
import { StackedTable } from "../../ui/stacked-table.tsx";
import { instant } from "../../words/instant.ts";
import { MailLanguage } from "../notices/mail-language.tsx";
import { Page } from "../page.tsx";
import { paths, send, sessionRead, staffRead } from "../session/client.ts";
import { useChange } from "../session/form.tsx";
import { useMe } from "../session/me.ts";
import { problemText } from "../session/problem-text.ts";
import { NewPassword } from "./new-password.tsx";
import { NewPhone } from "./new-phone.tsx";
import { OwnAddress } from "./own-address.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";

/** Browser and system from a user agent: "Chrome 126, Windows". */
function browserName(agent: string): string {
  const browser = /(Edg|Firefox|Chrome|Version)\/(\d+)/.exec(agent);
  const system = /Windows|Android|iPhone|iPad|Mac OS X|Linux/.exec(agent)?.[0];
  const name = { Edg: "Edge", Version: "Safari" }[browser?.[1] ?? ""] ?? browser?.[1] ?? agent.slice(0, 40);
  return [`${name} ${browser?.[2] ?? ""}`.trim(), system].filter(Boolean).join(", ");
}

/** One's own account: open sessions, language of mail, address, second factor and password. */
export function AccountPage() {
  const { say } = useStaffText();
  const me = useMe();
  return (
    <Page title={say("account.title")}>
      <Sessions />
      <MailLanguage />
      <OwnAddress />
      <NewPhone />
      <RecoveryCodes />
      <Section title={say("sessions.password")} className="mt-12">
        <p className="mt-1 mb-5 text-sm text-soft">{say("sessions.passwordBody")}</p>
        <NewPassword
          email={me.email}
          button={say("sessions.password")}
          send={(next, current) =>
            send(paths.session.password.$path(), { method: "POST", json: { current, next }, promptsSignIn: false })
          }
        >
          <TextField
            id="current"
            label={say("own.password")}
            type="password"
            autoComplete="current-password"
            box="mb-5"
          />
        </NewPassword>
      </Section>
    </Page>
  );
}

/** Where one is signed in. */
function Sessions() {
  const text = useStaffText();
  const { say, lang } = text;
  const sessions = useQuery(staffRead(paths.session.all));
  const { refetch } = useQuery(sessionRead());
  const end = useChange(
    (id: string) => send(paths.session.all[":id"].$path({ param: { id } }), { method: "DELETE" }),
    // The current session may have been ended.
    { onSuccess: () => refetch() },
  );
  if (sessions.isPending) return <PageSkeleton />;
  return (
    <Section title={say("sessions.caption")} className="mt-6">
      <p className="measure mt-1 mb-3 text-sm text-soft">{say("sessions.body")}</p>
      {sessions.isError ? <p role="alert">{problemText(sessions.error, text)}</p> : null}
      <StackedTable
        caption={say("sessions.caption")}
        columns={(["agent", "address", "opened", "seen"] as const).map((name) => ({
          label: say(`sessions.${name}`),
        }))}
        rows={(sessions.data?.items ?? []).map(({ id, agent, current, address, openedAt, lastSeenAt }) => ({
          key: id,
          cells: [
            <Fragment key="agent">
              {browserName(agent)}
              {current ? <span className="font-normal text-soft"> ({say("sessions.this")})</span> : null}
            </Fragment>,
            address,
            instant(openedAt, lang),
            <Fragment key="seen">
              <span className="block">{instant(lastSeenAt, lang)}</span>
              <Button className="relative mt-2" onClick={() => end.run(id)}>
                {say("sessions.end")}
                <span className="sr-only"> {browserName(agent)}</span>
              </Button>
            </Fragment>,
          ],
        }))}
      />
    </Section>
  );
}
