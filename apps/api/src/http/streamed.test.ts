import { expect, test } from "vitest";
import { testApp } from "../app.fixture.ts";
import { addIndicators } from "../seed/more-indicators.fixture.ts";
import { bodyOf } from "./streamed.ts";

async function* chunks(count: number, onMade: () => void = () => {}) {
  for (let i = 0; i < count; i++) {
    onMade();
    yield Buffer.from(`${i};`);
  }
}
const textOf = async (body: Awaited<ReturnType<typeof bodyOf>>) =>
  Buffer.isBuffer(body) ? body.toString() : new Response(body).text();

test("a short body is whole, a long one a stream of the same bytes", async () => {
  const [short, long] = [await bodyOf(chunks(20), 100), await bodyOf(chunks(400), 100)];
  expect([Buffer.isBuffer(short), Buffer.isBuffer(long)]).toEqual([true, false]);
  expect(await textOf(long)).toBe(await textOf(await bodyOf(chunks(400))));
});

test("a stream is made as it is read, and no further once its reader has gone", async () => {
  let made = 0;
  const body = (await bodyOf(
    chunks(400, () => made++),
    100,
  )) as ReadableStream<Uint8Array>;
  const reader = body.getReader();
  await reader.read();
  const before = made;
  expect(before).toBeLessThan(60);
  await reader.cancel();
  expect(made).toBe(before);
});

test("a file above the limit is streamed whole, and not kept", async () => {
  const server = await testApp();
  await addIndicators(server.db, { indicators: 20, areas: 193, years: 20 });
  const answer = await server.get("/observations.csv");
  expect(answer.headers.get("etag")).toBeNull();
  const lines = (await answer.text()).split("\r\n");
  const rows = await server.db.one<{ n: number }>(
    "SELECT count(*) AS n FROM (SELECT 1 FROM observation_revision GROUP BY indicator, compiler, ref_area, time_period)",
  );
  expect(lines).toHaveLength((rows?.n ?? 0) + 2);
  const part = await (await server.get("/observations.csv?indicator=CONTEXT_020")).text();
  expect(lines.filter((line) => line.startsWith("CONTEXT_020,")).join("\r\n")).toBe(
    part.split("\r\n").slice(1, -1).join("\r\n"),
  );
});
