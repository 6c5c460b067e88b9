import { describe, expect, test } from "vitest";
import { staffedApp } from "../identity/staff.fixture.ts";

const t = await staffedApp();
const boss = await t.person("administrator", "Bình");
const json = { "content-type": "application/json" };
const keys = (count: number) => `{${Array.from({ length: count }, (_, i) => `"k${i}":0`).join(",")}}`;

describe("an error response is not many times the size of its request", () => {
  test("lists the first hundred of 90,000 errors and counts the rest", async () => {
    const answer = await t.app.request("/api/v1/assessments/preview", {
      method: "POST",
      body: keys(90_000),
      headers: json,
    });
    const text = await answer.text();
    const { errors, detail } = JSON.parse(text) as { errors: unknown[]; detail: string };
    expect([answer.status, errors.length, text.length < 10_000]).toEqual([422, 100, true]);
    // Two required fields are missing as well.
    expect(detail).toMatch(/\(89902 more errors than the 100 listed\)$/);
  });
  test("lists a hundred errors in full", async () => {
    const answer = await t.app.request("/api/v1/assessments/preview", {
      method: "POST",
      body: keys(98),
      headers: json,
    });
    const { errors, detail } = (await answer.json()) as { errors: unknown[]; detail: string };
    expect([errors.length, detail.includes("more errors")]).toEqual([100, false]);
  });
});

describe("bodies of sign-in requests are small", () => {
  test.each([
    ["POST", "/session"],
    ["POST", "/session/second-factor"],
    ["POST", "/session/link"],
    ["POST", "/session/link/password"],
    ["POST", "/session/link/confirm"],
    ["POST", "/session/password"],
    ["POST", "/staff"],
    ["PATCH", "/staff/nobody"],
  ])("%s %s: 16 KiB are read, one byte more is a 413", async (method, path) => {
    const sized = (bytes: number) => `"${"x".repeat(bytes - 2)}"`;
    const ask = (bytes: number) => boss.ask(method)(path, sized(bytes), json);
    expect((await ask(16 * 1024)).status).toBe(422);
    expect((await ask(16 * 1024 + 1)).status).toBe(413);
  });
});
