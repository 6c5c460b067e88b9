import { type Role, roles } from "@moc2030/shared/actions";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useStaffText } from "../../text/staff-text.tsx";
import { Button } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { SelectField, TextField } from "../../ui/fields.tsx";
import { Section } from "../../ui/section.tsx";
import { PageSkeleton } from "../../ui/skeleton.tsx";
import { instant } from "../../words/instant.ts";
import { UnsentMail } from "../notices/unsent-mail.tsx";
import { Page } from "../page.tsx";
import { type Answer, ProblemError, paths, send, staffRead } from "../session/client.ts";
import { Form, useForm } from "../session/form.tsx";
import { useMe } from "../session/me.ts";
import { type Ask, ConfirmDialog } from "./confirm-dialog.tsx";
import { MendAddress } from "./mend-address.tsx";
import { PersonBody } from "./person-body.tsx";

type People = Answer<typeof paths.staff.$get>;

/**
 * Manages accounts: add, change role and body, disable, reset. Each change needs an authenticator code; one-time links are shown
 * once.
 */
export function PeoplePage() {
  const { say } = useStaffText();
  const me = useMe();
  const people = useQuery({ ...staffRead(paths.staff), throwOnError: true });
  const [made, setMade] = useState<Made | null>(null);
  const [ask, setAsk] = useState<Ask | null>(null);
  if (!people.data) return <PageSkeleton />;
  const { items } = people.data;
  /** Creates a one-time link. */
  const newLink: NewLink =
    (name, path, json, method = "POST") =>
    async (code) =>
      setMade({ ...(await send<Omit<Made, "name">>(path, { method, json: { ...json, code } })), name });
  const askToAdd = (person: NewPerson) =>
    setAsk({
      title: say("people.addSure", { name: person.name, role: say(`role.${person.role}`) }),
      action: say("people.addDo"),
      act: newLink(person.name, paths.staff.$path(), person),
      words: (error) => {
        if (!(error instanceof ProblemError)) return null;
        const isTaken = error.slug === "conflict";
        const isName = error.errors.some((one) => one.pointer === "/name");
        if (isName) return say(isTaken ? "people.nameTaken" : "people.nameWrong");
        return isTaken ? say("people.taken") : null;
      },
    });
  return (
    <Page title={say("staffNav.people")} body={say("people.body")}>
      {made ? <OneTimeLink key={made.path} made={made} /> : null}
      <ul className="mt-6 max-w-4xl divide-y divide-line border-y border-line">
        {items.map((person) => (
          <PersonRow
            key={`${person.id} ${person.role}`}
            person={person}
            isMe={person.id === me.id}
            ask={setAsk}
            newLink={newLink}
          />
        ))}
      </ul>
      {/* Empty again once there is somebody more. */}
      <AddPerson key={items.length} onAdd={askToAdd} />
      <UnsentMail />
      {ask ? <ConfirmDialog ask={ask} onClose={() => setAsk(null)} /> : null}
    </Page>
  );
}

type RowProps = {
  person: People["items"][number];
  isMe: boolean;
  ask: (ask: Ask) => void;
  newLink: NewLink;
};
type NewLink = (name: string, path: string, json: object, method?: "POST" | "PUT") => Ask["act"];

/** One account and its actions. Selecting a role does nothing until its button is pressed. */
function PersonRow({ person, isMe, ask, newLink }: RowProps) {
  const { say } = useStaffText();
  const { id, name, email, newEmail, role, ready, invited, disabled } = person;
  const [chosen, setChosen] = useState(role);
  const one = paths.staff[":id"];
  const change = (wanted: { role: Role } | { disabled: boolean }) => (code: string) =>
    send(one.$path({ param: { id } }), { method: "PATCH", json: { ...wanted, code } });
  const askForRole = () =>
    ask({
      title: say("people.roleSure", { name, before: say(`role.${role}`), after: say(`role.${chosen}`) }),
      body: say("people.roleSureBody"),
      action: say("people.changeRole"),
      act: change({ role: chosen }),
    });
  const askToReset = () =>
    ask({
      title: say("people.resetSure", { name }),
      body: say("people.resetSureBody"),
      action: say("people.reset"),
      act: newLink(name, one.reset.$path({ param: { id } }), {}),
    });
  const askToDisable = () =>
    ask({
      title: say(disabled ? "people.enableSure" : "people.disableSure", { name }),
      body: disabled ? undefined : say("people.disableSureBody"),
      action: say(disabled ? "people.enable" : "people.disable"),
      act: change({ disabled: !disabled }),
    });
  const askToConfirm = () =>
    ask({
      title: say("people.confirmEmailSure", { name, email: newEmail ?? "" }),
      body: say("people.confirmEmailBody"),
      action: say("people.confirmEmail"),
      act: (code) =>
        send(one.email.$path({ param: { id } }), { method: "POST", json: { code, email: newEmail ?? "" } }),
    });
  const askToMend = (to: string) =>
    ask({
      title: say("people.mendSure", { name, email: to }),
      body: say("people.mendSureBody"),
      action: say("people.mendDo"),
      act: newLink(name, one.email.$path({ param: { id } }), { email: to }, "PUT"),
      words: (error) => {
        if (!(error instanceof ProblemError) || !error.errors.some(({ pointer }) => pointer === "/email")) return null;
        return say(
          error.slug === "conflict"
            ? "people.taken"
            : /already/.test(error.message)
              ? "people.sameEmail"
              : "people.emailWrong",
        );
      },
    });
  const whose = <span className="sr-only"> {name}</span>;
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-semibold">{name}</p>
        <p className="text-sm break-all text-soft">
          {email}
          {disabled ? `, ${say("people.disabled")}` : ready ? "" : `, ${say("people.notReady")}`}
          {newEmail === null ? null : `; ${say("people.newEmail", { email: newEmail })}`}
        </p>
        {invited && !disabled ? <MendAddress key={email} person={person} onMend={askToMend} /> : null}
      </div>
      <PersonBody person={person} />
      <label htmlFor={`role-${id}`} className="sr-only">
        {say("people.role", { name })}
      </label>
      <select
        id={`role-${id}`}
        value={chosen}
        disabled={isMe}
        title={isMe ? say("people.ownRole") : undefined}
        onChange={(event) => setChosen(event.target.value as Role)}
        className="min-h-11 rounded-[4px] border border-line-strong bg-surface px-2 text-sm"
      >
        {roles.map((one) => (
          <option key={one} value={one}>
            {say(`role.${one}`)}
          </option>
        ))}
      </select>
      <div className="flex flex-wrap gap-3">
        {chosen === role ? null : (
          <Button isMain onClick={askForRole}>
            {say("people.changeRole")}
            {whose}
          </Button>
        )}
        {newEmail === null || isMe ? null : (
          <Button isMain onClick={askToConfirm}>
            {say("people.confirmEmail")}
            {whose}
          </Button>
        )}
        <Button onClick={askToReset}>
          {say("people.reset")}
          {whose}
        </Button>
        <Button onClick={askToDisable}>
          {say(disabled ? "people.enable" : "people.disable")}
          {whose}
        </Button>
      </div>
    </li>
  );
}

type NewPerson = { name: string; email: string; role: Role };

/** The form for a new account; the parent confirms and sends it. */
function AddPerson({ onAdd }: { onAdd: (person: NewPerson) => void }) {
  const { say } = useStaffText();
  const form = useForm<NewPerson>({
    check: ({ name, email }) => ({
      name: !name.trim() && say("people.nameMissing"),
      email: !/^\S+@\S+\.\S+$/.test(email.trim()) && say("people.emailWrong"),
    }),
    send: async ({ name, email, role }) => onAdd({ name: name.trim(), email: email.trim(), role }),
    stale: null,
  });
  return (
    <Section title={say("people.add")} look="mb-4 text-lg" className="mt-10 max-w-4xl">
      <Form form={form}>
        <div className="grid gap-5 sm:grid-cols-3">
          <TextField id="name" label={say("people.name")} autoComplete="off" maxLength={100} />
          <TextField id="email" label={say("signIn.email")} type="email" autoComplete="off" />
          <SelectField
            id="role"
            label={say("people.roleLabel")}
            choices={roles.map((role) => ({ value: role, label: say(`role.${role}`) }))}
          />
        </div>
        <Button type="submit" isMain className="mt-5">
          {say("people.addDo")}
        </Button>
      </Form>
    </Section>
  );
}

type Made = { path: string; expiresAt: string; name: string };

/** A new one-time link, which cannot be shown again. Takes the focus. */
function OneTimeLink({ made }: { made: Made }) {
  const { say, lang } = useStaffText();
  const box = useRef<HTMLDivElement>(null);
  const address = `${window.location.origin}${made.path}`;
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1} role="status" className="mt-5 max-w-4xl border-s-4 border-accent bg-accent-tint p-4">
      <p className="font-semibold">{say("people.link", { name: made.name })}</p>
      <p className="mt-2">
        <code className="font-mono text-sm break-all">{address}</code>
      </p>
      <p className="mt-2 text-sm">{say("people.linkOnce", { until: instant(made.expiresAt, lang) })}</p>
      <p className="no-print mt-3">
        <CopyButton text={address} label={say("people.copy")} />
      </p>
    </div>
  );
}
