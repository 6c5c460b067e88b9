import { PageLink } from "../../address/page-link.tsx";
import { useStaffText } from "../../text/staff-text.tsx";
import { Button } from "../../ui/button.tsx";
import { Problem } from "../../ui/problem.tsx";
import { day } from "../../words/format.ts";
import { paths, send } from "../session/client.ts";
import { useChange } from "../session/form.tsx";
import { useMe } from "../session/me.ts";
import type { Absences, Colleague } from "../submissions/reads.ts";
import { type Absence, isUncovered } from "./agenda.ts";
import { StandInForm } from "./stand-in-form.tsx";

type Props = { absence: Absence; absences: Absences; colleagues: readonly Colleague[] };

/** One absence: days, who stands in, and what whoever reads it may do about it. */
export function AbsenceRow({ absence, absences, colleagues }: Props) {
  const { say, lang } = useStaffText();
  const me = useMe();
  const { id, person, from, to, standIns } = absence;
  const isMine = person.id === me.id || me.role === "administrator";
  const isReviewer = colleagues.some((one) => one.id === person.id && one.role === "reviewer");
  const isOpen = isReviewer && isUncovered(absence);
  // Permissions may change with it: everything is read again.
  const end = useChange(
    (one: number) => send(paths.absences[":id"].$path({ param: { id: String(one) } }), { method: "DELETE" }),
    { stale: [] },
  );
  return (
    <li className="gap-x-4 py-3 sm:grid sm:grid-cols-[11rem_1fr]">
      <p className="num font-semibold">{from === to ? day(from, lang) : `${day(from, lang)} – ${day(to, lang)}`}</p>
      <div className="min-w-0">
        <p>{say("away.row", { name: person.name })}</p>
        <ul className="text-sm">
          {standIns.map(({ delegation, person: standIn, state, away }) => (
            <li key={delegation} className="mt-1">
              {say("away.standIn", { name: standIn.name })}:{" "}
              {state === "accepted" ? (
                say("away.accepted")
              ) : (
                <PageLink to="/delegations">{say(`away.${state}`)}</PageLink>
              )}{" "}
              {away ? (
                <strong
                  data-class="danger"
                  className="inline-block rounded-[4px] bg-(--status-tint) px-2 text-(--status)"
                >
                  {say("away.alsoAway")}
                </strong>
              ) : null}
            </li>
          ))}
        </ul>
        {isOpen ? <p className="mt-1 text-sm font-semibold">{say("away.uncovered")}</p> : null}
        {isOpen && isMine ? <StandInForm {...{ absence, absences, colleagues }} /> : null}
        {id !== null && isMine ? (
          <p className="mt-2">
            <Button onClick={() => end.run(id)}>
              {say(from > absences.today ? "away.cancel" : "away.back")}
              <span className="sr-only"> {person.name}</span>
            </Button>
          </p>
        ) : null}
        <Problem className="mt-2">{end.problem}</Problem>
      </div>
    </li>
  );
}
