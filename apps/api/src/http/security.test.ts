import { describe, expect, test } from "vitest";
import { staffedApp } from "../identity/staff.fixture.ts";

describe("every kind of answer", async () => {
  const { ask } = await staffedApp();
  test.each<[string, number, string?]>([
    ["/indicators", 200],
    ["/observations.csv", 200],
    ["/observations.xlsx", 200],
    ["/openapi.json", 200],
    ["/docs", 200],
    ["/session", 200],
    ["/staff", 401],
    ["/indicators/NO_SUCH", 404],
    ["/nowhere", 404],
    ["/indicators", 405, "DELETE"],
    ["/observations?columns=x", 422],
  ])("%s carries the security headers", async (path, status, method = "GET") => {
    const answer = await ask(method, path);
    const header = (name: string) => answer.headers.get(name);
    expect([answer.status, header("x-content-type-options")]).toEqual([status, "nosniff"]);
    expect(header("referrer-policy")).toBe("strict-origin-when-cross-origin");
    for (const rule of ["default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
      expect(header("content-security-policy")).toContain(rule);
  });
});
