import type { Statement } from "@moc2030/shared/schema/statement";
import { useQuery } from "@tanstack/react-query";
import { useView } from "../../address/view.tsx";
import * as api from "../../client/api.ts";

export type StatementKind = Statement["kind"];
/** Kinds in display order. */
export const STATEMENT_KINDS = [
  "remark",
  "commitment",
  "orientation",
  "trial",
] as const satisfies readonly StatementKind[];

type Named = { value: string; label: string };
/** Possible subjects of a statement by kind, the bodies that write remarks, and the newest release. */
export type Subjects = { of: Record<StatementKind, Named[]>; bodies: Named[]; release: number };

/** The subjects as published now; null while loading. */
export function useSubjects(): Subjects | null {
  const view = useView();
  const [targets, indicators, commitments, orientations, trials, bodies] = [
    useQuery(api.targets(view)).data,
    useQuery(api.indicators(view)).data,
    useQuery(api.commitments(view)).data,
    useQuery(api.orientations(view)).data,
    useQuery(api.trials(view)).data,
    useQuery(api.bodies(view)).data,
  ];
  const assessments = useQuery(api.assessments(view)).data;
  if (!targets || !indicators || !commitments || !orientations || !trials || !bodies || !assessments) return null;
  const assessed = new Set(assessments.items.map(({ targetId }) => targetId));
  const nameOf = (code: string) => indicators.items.find((one) => one.code === code)?.shortName ?? code;
  return {
    of: {
      // A remark is on an assessment: targets that are never assessed have none.
      remark: targets.items
        .filter(({ id }) => assessed.has(id))
        .map(({ id, indicator, year }) => ({ value: id, label: `${nameOf(indicator)}, ${year}` })),
      commitment: commitments.items.map(({ id, quote }) => ({ value: id, label: quote })),
      orientation: orientations.items.map(({ id, title }) => ({ value: id, label: title })),
      trial: trials.items.map(({ id, title }) => ({ value: id, label: title })),
    },
    bodies: bodies.items.map(({ id, name }) => ({ value: id, label: name })),
    release: targets.release?.id ?? 1,
  };
}

/** The name of a subject; its id if it is not published now. */
export const subjectName = (subjects: Subjects, { kind, subject }: Pick<Statement, "kind" | "subject">): string =>
  subjects.of[kind].find(({ value }) => value === subject)?.label ?? subject;
