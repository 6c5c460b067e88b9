import { describe, expect, test } from "vitest";
import { z } from "zod";
import { assessedObservation, assessment, assessmentPreview } from "./assessment.ts";
import { commitmentDefinition, orientationDefinition, trialDefinition } from "./commitment.ts";
import { aTarget } from "./definitions.fixture.ts";
import * as evidenceSchemas from "./evidence.ts";
import { body, type Compiler, compiler, compilerOn, indicatorDefinition } from "./indicator.ts";
import { localizedSchema } from "./localized.ts";
import { observation } from "./observation.ts";
import { problems } from "./problem.ts";
import { releaseRef } from "./release.ts";
import { areaDefinition, milestoneDefinition, source } from "./source.ts";
import { progressStatus, statement, statementInput, trialStatus } from "./statement.ts";
import * as submissionSchemas from "./submission.ts";
import { documentDefinition, target, targetDefinition } from "./target.ts";

/** A change of what goes in or out shows in the file beside this test: fields, codes, limits and patterns. */
test.each(
  Object.entries({
    assessedObservation,
    assessment,
    assessmentPreview,
    areaDefinition,
    body,
    commitmentDefinition,
    compiler,
    documentDefinition,
    indicatorDefinition,
    localizedIndicator: localizedSchema(indicatorDefinition),
    milestoneDefinition,
    observation,
    orientationDefinition,
    releaseRef,
    source,
    target,
    targetDefinition,
    trialDefinition,
    progressStatus,
    statement,
    statementInput,
    trialStatus,
    ...evidenceSchemas,
    ...submissionSchemas,
  }),
)("%s takes and gives what it always did", (_, schema) =>
  expect(z.toJSONSchema(schema as z.ZodType, { unrepresentable: "any" })).toMatchSnapshot(),
);

test("the problems are those that clients know, each with its status", () => expect(problems).toMatchSnapshot());

describe("a decision", () => {
  const faults = (schema: z.ZodType, some: object) =>
    schema.safeParse(some).error?.issues.map((i) => `${i.path.join(".")}: ${i.message}`) ?? [];
  const publishAt = "2026-12-01T08:00:00+07:00";
  test.each<[string, object, string[]]>([
    ["of all needs no reason", { approve: "all" }, []],
    ["of some says why not all", { approve: [1] }, ["reason: say why not all is approved"]],
    ["of none says why", {}, ["reason: say why not all is approved"]],
    ["with an empty reason says nothing", { reason: "" }, ["reason: say why not all is approved"]],
    ["of some, with the reason of each figure", { approve: [1], reasons: [{ item: 2, text: "x" }] }, []],
    ["of some, with its reason", { approve: [1], reason: "x" }, []],
    ["for an instant", { approve: "all", publishAt }, []],
    [
      "with early readers and no instant",
      { approve: "all", earlyReaders: [{ staff: "x" }] },
      ["earlyReaders: only a publication at an instant to come has early readers"],
    ],
    ["with early readers of an instant", { approve: "all", publishAt, earlyReaders: [{ staff: "x" }] }, []],
  ])("%s", (_, some, expected) => expect(faults(submissionSchemas.decision, some)).toEqual(expected));
  const nobody = ["name: say who it is: name, and position or organisation"];
  test.each<[object, string[]]>([
    [{ staff: "x" }, []],
    [{ name: "An", role: "Bộ" }, []],
    [{ name: "An" }, nobody],
    [{ role: "Bộ" }, nobody],
    [{}, nobody],
  ])("the early reader %o", (some, expected) => expect(faults(submissionSchemas.earlyReader, some)).toEqual(expected));
  test("what is left out is as a form begins", () => {
    expect(submissionSchemas.decision.parse({ approve: "all" })).toEqual({
      approve: "all",
      rest: "return",
      reason: null,
      reasons: [],
      publishAt: null,
      earlyReaders: [],
    });
    expect(submissionSchemas.earlyReader.parse({ staff: "x" })).toEqual({ staff: "x", name: "", role: "" });
  });
});

describe("a target is whole", () => {
  const faults = (some: object) =>
    targetDefinition
      .safeParse({ ...aTarget(), ...some })
      .error?.issues.map((i) => `${i.path.join(".")}: ${i.message}`) ?? [];

  test("as it stands, as a count, to be kept, as an average, as a place in a group, in words and as a state", () => {
    const window = { from: 2021, to: 2030 };
    const bare = { comparator: null, value: null };
    for (const some of [
      {},
      { kind: "count" },
      { kind: "maintain" },
      { kind: "period_average", window },
      { kind: "rank_in_group", group: "ASEAN" },
      { kind: "wording", ...bare, threshold: "none" },
      { kind: "wording", ...bare, threshold: "without_criterion" },
      { kind: "state", ...bare },
    ])
      expect([some, faults(some)]).toEqual([some, []]);
  });
  test.each<[object, string]>([
    [{ comparator: null }, "comparator: a target of kind level needs a comparator"],
    [{ value: null }, "value: a target of kind level needs a value"],
    [{ kind: "wording", value: null, threshold: "none" }, "comparator: a target of kind wording has no comparator"],
    [
      { kind: "wording", comparator: null, value: null },
      "threshold: a target of kind wording says what its text lacks; other kinds do not",
    ],
    [{ threshold: "none" }, "threshold: a target of kind wording says what its text lacks; other kinds do not"],
    [{ kind: "state", comparator: null }, "value: a target of kind state has no value"],
    [{ kind: "period_average" }, "window: period_average needs a window; other kinds have none"],
    [{ window: { from: 2021, to: 2030 } }, "window: period_average needs a window; other kinds have none"],
    [{ kind: "rank_in_group" }, "group: rank_in_group needs a group; other kinds have none"],
    [{ group: "ASEAN" }, "group: rank_in_group needs a group; other kinds have none"],
    [{ baseYear: 2030 }, "baseYear: the base year is before the target year"],
    [{ kind: "period_average", window: { from: 2030, to: 2021 } }, "window: expected from <= to"],
    [{ id: "x-D2289-2030-GII" }, "id: expected an id such as D2289-2030-GII_RANK"],
  ])("%o is refused: %s", (some, fault) => expect(faults(some)).toEqual([fault]));
  test("a window of one year is one, a base in the year before is before", () => {
    expect(faults({ kind: "period_average", window: { from: 2030, to: 2030 } })).toEqual([]);
    expect(faults({ baseYear: 2029 })).toEqual([]);
  });
});

test("a compiler has its former name up to the end of its last day, and is one without a former name then", () => {
  const nso = {
    code: "NSO",
    name: { vi: "m", en: "n" },
    former: { name: { vi: "c", en: "f" }, to: "2025-02-28" },
  } as Compiler;
  const nameOn = (on: string) => [compilerOn(nso, on).name.en, compilerOn(nso, on).former?.to ?? null];
  expect([nameOn("2025-02-28"), nameOn("2025-03-01")]).toEqual([
    ["f", null],
    ["n", "2025-02-28"],
  ]);
  expect(compilerOn({ ...nso, former: null }, "2020-01-01").name.en).toBe("n");
});
