import type { Statement } from "@moc2030/shared/schema/statement";
import type { Target } from "@moc2030/shared/schema/target";
import { useQuery } from "@tanstack/react-query";
import { useView } from "../../address/view.tsx";
import * as api from "../../client/api.ts";
import type { Kind } from "../../words/format.ts";

export type StatementKind = Statement["kind"];
/** Kinds in display order. */
export const STATEMENT_KINDS = [
  "remark",
  "commitment",
  "orientation",
  "trial",
  "verbatim",
] as const satisfies readonly StatementKind[];

type Named = { value: string; label: string };
/** Possible subjects of a statement by kind, the bodies that write remarks, the targets, and the newest release. */
export type Subjects = {
  of: Record<StatementKind, Named[]>;
  bodies: Named[];
  targetOf: (id: string) => Target | undefined;
  /** The kind of value of an indicator. */
  kindOf: (code: string) => Kind;
  release: number;
};

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
  const indicatorOf = (code: string) => indicators.items.find((one) => one.code === code);
  // Only the targets of the document that the dashboard follows are assessed, and have their words checked.
  const own = targets.items
    .filter(({ id }) => assessed.has(id))
    .map(({ id, indicator, year }) => ({
      value: id,
      label: `${indicatorOf(indicator)?.shortName ?? indicator}, ${year}`,
    }));
  return {
    of: {
      remark: own,
      verbatim: own,
      commitment: commitments.items.map(({ id, quote }) => ({ value: id, label: quote })),
      orientation: orientations.items.map(({ id, title }) => ({ value: id, label: title })),
      trial: trials.items.map(({ id, title }) => ({ value: id, label: title })),
    },
    bodies: bodies.items.map(({ id, name }) => ({ value: id, label: name })),
    targetOf: (id) => targets.items.find((one) => one.id === id),
    kindOf: (code) => indicatorOf(code)?.valueKind ?? "count",
    release: targets.release?.id ?? 1,
  };
}

/** The name of a subject; its id if it is not published now. */
export const subjectName = (subjects: Subjects, { kind, subject }: Pick<Statement, "kind" | "subject">): string =>
  subjects.of[kind].find(({ value }) => value === subject)?.label ?? subject;
