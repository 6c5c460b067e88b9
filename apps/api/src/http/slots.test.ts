import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { oneByOne, slots } from "./slots.ts";

/** Work that ends when it is told to. */
function held() {
  const begun: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  const work = (name: string) => () =>
    new Promise<string>((done, fail) => {
      begun.push(name);
      ends.set(name, (error) => (error ? fail(error) : done(name)));
    });
  const end = async (name: string, error?: Error) => {
    ends.get(name)?.(error);
    await nextTurn();
  };
  return { begun, work, end };
}

test("so many run at once, the rest in their order; a failure gives its place on", async () => {
  const inTurn = slots({ atOnce: 2 });
  const { begun, work, end } = held();
  const [a, ...others] = ["a", "b", "c", "d"].map((name) => inTurn(work(name)));
  expect(begun).toEqual(["a", "b"]);
  const failed = expect(a).rejects.toThrow("broken");
  await end("a", new Error("broken"));
  await failed;
  expect(begun).toEqual(["a", "b", "c"]);
  await end("c");
  await end("b");
  await end("d");
  expect(await Promise.all(others)).toEqual(["b", "c", "d"]);
});

test("those beyond the queue are refused, except what goes first; places that are free again are given", async () => {
  const inTurn = slots({ atOnce: 1, waiting: 1, refusal: () => new Error("busy") });
  const { begun, work, end } = held();
  const all = [inTurn(work("a")), inTurn(work("b"))];
  await expect(inTurn(work("c"))).rejects.toThrow("busy");
  all.push(inTurn(work("first"), true));
  for (const name of ["a", "first", "b"]) await end(name);
  expect(begun).toEqual(["a", "first", "b"]);
  await Promise.all(all);
  const again = inTurn(work("d"));
  await end("d");
  expect(await again).toBe("d");
});

test("reads are made one by one, with something else between", async () => {
  const seen: string[] = [];
  const read = oneByOne(async (address) => {
    seen.push(address);
    setImmediate(() => seen.push("other"));
    return address;
  });
  expect(await Promise.all([read("/a"), read("/b"), read("/c")])).toEqual(["/a", "/b", "/c"]);
  expect(seen.slice(0, 4)).toEqual(["/a", "other", "/b", "other"]);
});
