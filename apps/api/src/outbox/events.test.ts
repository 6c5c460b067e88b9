import { expect, test } from "vitest";
import { HEAD } from "../app.fixture.ts";
import { socket } from "../identity/staff.fixture.ts";
import { gii2026, read, team } from "../submissions/team.fixture.ts";
import { MAX_STREAMS, ReleaseEvents } from "./release-events.ts";

/** Reads a stream's text as it arrives. */
function listen(body: ReadableStream<Uint8Array>) {
  const reader = body.getReader();
  const received = { text: "", ended: false, stop: () => reader.cancel() };
  void (async () => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      received.text += new TextDecoder().decode(value);
    }
    received.ended = true;
  })();
  return received;
}
const t = await team();
const open = async (headers: Record<string, string> = {}) => {
  const answer = await t.get("/events", headers);
  expect([answer.status, answer.headers.get("content-type"), answer.headers.get("cache-control")]).toEqual([
    200,
    "text/event-stream",
    "no-store",
  ]);
  return listen(answer.body as ReadableStream<Uint8Array>);
};

test("an open page gets a release at once, a reconnecting one what it missed, and both sides can close", async () => {
  const [page, other] = [await open(), await open({ "last-event-id": `${HEAD}` })];
  await expect.poll(() => page.text).toBe("retry: 3000\n\n");
  const made = await t.submit(t.lan, await t.draft(t.lan, gii2026));
  const { release } = await read(t.review(t.hoa, made, { approve: "all" }));
  const event = `id: ${release}\nevent: release\ndata: {"release":${release}}\n\n`;
  await expect.poll(() => page.text).toBe(`retry: 3000\n\n${event}`);
  expect(other.text).toBe(page.text);
  await page.stop();
  const back = await open({ "last-event-id": `${HEAD}` });
  await expect.poll(() => back.text).toContain(event);
  const current = await open({ "last-event-id": String(release) });
  await expect.poll(() => current.text).toBe("retry: 3000\n\n");
});

test("every stream ends when the server stops, and later ones end immediately", async () => {
  const events = new ReleaseEvents(async () => 62, console.error);
  const streams = Array.from({ length: 500 }, (_, i) => listen(events.open(null, `address ${i}`)));
  expect(events.size).toBe(500);
  events.close();
  await expect.poll(() => streams.every((s) => s.ended)).toBe(true);
  expect(events.size).toBe(0);
  const late = listen(events.open(null, "address"));
  await expect.poll(() => late.ended).toBe(true);
});

test("a page that does not read is disconnected and does not delay others", async () => {
  let newest = 1;
  const events = new ReleaseEvents(async () => newest, console.error);
  const deaf = events.open(null, "address");
  const page = listen(events.open(null, "address"));
  await expect.poll(() => page.text).toContain("retry");
  for (let i = 0; i < 100; i++) {
    newest++;
    await events.announce();
    await new Promise((turn) => setImmediate(turn));
  }
  await expect.poll(() => page.text).toContain("id: 101\n");
  expect(events.size).toBe(1);
  await expect(deaf.getReader().closed).rejects.toThrow("not read");
  events.close();
});

test("an address has at most fifty streams, independent of others; closing one makes room", async () => {
  const from = (remoteAddress: string) => t.app.request("/api/v1/events", {}, socket(remoteAddress));
  const open = await Promise.all(Array.from({ length: MAX_STREAMS.address }, () => from("198.51.100.1")));
  expect(open.every((answer) => answer.status === 200)).toBe(true);
  const refused = await from("198.51.100.1");
  expect([refused.status, refused.headers.get("retry-after"), await refused.json()]).toMatchObject([
    429,
    "60",
    { type: "urn:moc2030:problem:too-many-streams" },
  ]);
  expect((await from("198.51.100.2")).status).toBe(200);
  await open[0]?.body?.cancel();
  expect((await from("198.51.100.1")).status).toBe(200);
});
