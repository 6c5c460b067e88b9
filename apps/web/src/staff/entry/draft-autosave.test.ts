import type { FigureInput } from "@moc2030/shared/schema/submission";
import { expect, test } from "vitest";
import { ProblemError } from "../session/client.ts";
import type { Submission } from "../submissions/reads.ts";
import { type Ask, DraftAutosave } from "./draft-autosave.ts";

const figure = (value: string) => ({ indicator: "GII_RANK", timePeriod: 2026, value }) as FigureInput;
const refusal = (status: number, slug: string) => new ProblemError(status, { type: `urn:moc2030:problem:${slug}` });

/** A server that keeps one draft, and can be told to fail. */
function aServer() {
  let version = 0;
  let items: { id: number; value: string }[] = [];
  const fails: (ProblemError | "unanswered")[] = [];
  const seen = new Map<string, Submission>();
  const drafts: string[] = [];
  const removed: string[] = [];
  const whole = () =>
    ({ id: 1, version, state: "draft", items: items.map((i) => ({ ...i })) }) as unknown as Submission;
  const ask: Ask = async <T>(path: string, options: Parameters<Ask>[1] = {}) => {
    const { method = "GET", json, version: read, key } = options;
    if (method === "GET") return whole() as T;
    const known = key && seen.get(key);
    if (known) return known as T;
    const fail = fails.shift();
    if (fail instanceof ProblemError) throw fail;
    if (read !== undefined && read !== version) throw refusal(412, "stale");
    if (method === "DELETE") {
      removed.push(path);
      items = items.filter((i) => !path.endsWith(`/${i.id}`));
      return whole() as T;
    }
    const input = (json as { items?: FigureInput[] }).items?.[0] ?? (json as FigureInput);
    if (method === "POST") {
      drafts.push(path);
      items = [...items, { id: items.length + 1, value: input.value ?? "" }];
    } else items = items.map((i) => (path.endsWith(`/${i.id}`) ? { ...i, value: input.value ?? "" } : i));
    version++;
    if (key) seen.set(key, whole());
    if (fail === "unanswered") throw refusal(0, "");
    return whole() as T;
  };
  return {
    ask,
    fails,
    drafts,
    removed,
    value: () => items[0]?.value,
    /** Somebody else's change of an item. */
    change(id: number, value: string) {
      items = items.map((i) => (i.id === id ? { ...i, value } : i));
      version++;
    },
    add(value: string) {
      items = [...items, { id: items.length + 1, value }];
      version++;
    },
  };
}

test("a draft is opened once and then changed, each time for the version that came before", async () => {
  const server = aServer();
  const autosave = new DraftAutosave(server.ask, "GII 2026", null, null);
  for (const value of ["4", "41"]) {
    autosave.change(figure(value));
    expect(await autosave.flush()).toBe(true);
  }
  expect(server.drafts).toHaveLength(1);
  expect(server.value()).toBe("41");
  expect(autosave.state).toMatchObject({ phase: "saved", item: 1 });
});

test("an opening that was never answered is asked again just so: there is one draft, with what was typed since", async () => {
  const server = aServer();
  server.fails.push("unanswered");
  const autosave = new DraftAutosave(server.ask, "GII 2026", null, null);
  autosave.change(figure("4"));
  expect(await autosave.flush()).toBe(false);
  autosave.change(figure("41"));
  expect(await autosave.flush()).toBe(true);
  expect(server.drafts).toHaveLength(1);
  expect(server.value()).toBe("41");
});

test("a change of another figure of the draft is passed over; one of this figure is shown, and decided", async () => {
  const server = aServer();
  const autosave = new DraftAutosave(server.ask, "GII 2026", null, null);
  autosave.change(figure("41"));
  await autosave.flush();
  server.add("37");
  autosave.change(figure("42"));
  expect(await autosave.flush()).toBe(true);
  server.change(1, "50");
  autosave.change(figure("43"));
  expect(await autosave.flush()).toBe(false);
  expect(autosave.state).toMatchObject({ phase: "stale", theirs: { value: "50" } });
  expect(await autosave.keepMine()).toBe(true);
  expect(server.value()).toBe("43");
});

test("a refusal is told and nothing is lost; the next try sends what stands then", async () => {
  const server = aServer();
  const autosave = new DraftAutosave(server.ask, "GII 2026", null, null);
  server.fails.push(refusal(507, "storage-full"));
  autosave.change(figure("41"));
  expect(await autosave.flush()).toBe(false);
  expect(autosave.state.phase).toBe("failed");
  expect(autosave.isDirty).toBe(true);
  expect(await autosave.flush()).toBe(true);
  expect(server.value()).toBe("41");
});

test("what is typed while a 412 is looked into is what is kept", async () => {
  const server = aServer();
  let typeMeanwhile = () => {};
  const ask: Ask = (path, options) => {
    if (options === undefined) typeMeanwhile();
    return server.ask(path, options);
  };
  const autosave = new DraftAutosave(ask, "GII 2026", null, null);
  autosave.change(figure("41"));
  await autosave.flush();
  server.add("37");
  typeMeanwhile = () => autosave.change(figure("44"));
  autosave.change(figure("42"));
  expect(await autosave.flush()).toBe(true);
  expect([server.value(), autosave.isDirty, autosave.state.phase]).toEqual(["44", false, "saved"]);
});

test("after a 412 that was another's change of this figure, what was typed stays until it is decided", async () => {
  const server = aServer();
  const autosave = new DraftAutosave(server.ask, "GII 2026", null, null);
  autosave.change(figure("41"));
  await autosave.flush();
  server.change(1, "50");
  autosave.change(figure("43"));
  expect(await autosave.flush()).toBe(false);
  expect([autosave.isDirty, server.value()]).toEqual([true, "50"]);
  autosave.change(figure("45"));
  expect(await autosave.flush()).toBe(false);
  expect([autosave.state.phase, server.value()]).toEqual(["stale", "50"]);
  expect(await autosave.keepMine()).toBe(true);
  expect([server.value(), autosave.isDirty]).toEqual(["45", false]);
});

test("theirs taken, what was typed is gone and the form is given theirs", async () => {
  const server = aServer();
  const autosave = new DraftAutosave(server.ask, "GII 2026", null, null);
  autosave.change(figure("41"));
  await autosave.flush();
  server.change(1, "50");
  autosave.change(figure("43"));
  await autosave.flush();
  expect(autosave.takeTheirs()).toMatchObject({ value: "50" });
  expect([autosave.isDirty, autosave.state.phase, autosave.state.theirs]).toEqual([false, "saved", null]);
  expect(await autosave.flush()).toBe(true);
  expect(server.value()).toBe("50");
});

test("asked to send by several at once, it ends with everything kept", async () => {
  const server = aServer();
  const autosave = new DraftAutosave(server.ask, "GII 2026", null, null);
  autosave.change(figure("41"));
  await autosave.flush();
  autosave.change(figure("42"));
  const first = autosave.flush();
  autosave.change(figure("43"));
  expect(await Promise.all([first, autosave.flush(), autosave.flush()])).toEqual([true, true, true]);
  expect([server.value(), autosave.isDirty, autosave.state.phase]).toEqual(["43", false, "saved"]);
});

test("a figure of another publication is saved once its author says that it joins the draft", async () => {
  const server = aServer();
  server.add("44");
  const draft = await server.ask<Submission>("/submissions/1");
  const autosave = new DraftAutosave(server.ask, "EGDI 2026", draft, null);
  server.fails.push(refusal(409, "other-publication"));
  autosave.change(figure("70"));
  expect(await autosave.flush()).toBe(false);
  expect(autosave.isForeign).toBe(true);
  expect(await autosave.join()).toBe(true);
  expect(server.drafts).toEqual(["/submissions/1/items?join=true"]);
  expect(autosave).toMatchObject({ isForeign: false, state: { phase: "saved", item: 2 } });
});

test("or it goes into a new draft, and out of the one where it was", async () => {
  const server = aServer();
  for (const value of ["44", "70"]) server.add(value);
  const draft = await server.ask<Submission>("/submissions/1");
  const autosave = new DraftAutosave(server.ask, "EGDI 2026", draft, 2);
  server.fails.push(refusal(409, "other-publication"));
  autosave.change(figure("71"));
  await autosave.flush();
  expect(await autosave.leaveDraft()).toBe(true);
  expect(server.drafts).toEqual(["/submissions"]);
  expect(server.removed).toEqual(["/submissions/1/items/2"]);
  expect(autosave.state.phase).toBe("saved");
});
