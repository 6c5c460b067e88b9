import { join } from "node:path";
import { expect, test } from "vitest";
import { listeningRefusal, readConfig } from "./config.ts";
import { ROOT } from "./root.ts";

test("defaults, with paths relative to the root", () => {
  const read = readConfig({});
  expect(read.ok && read.config).toMatchObject({
    host: "127.0.0.1",
    port: 2289,
    databaseFile: join(ROOT, "var/moc2030.sqlite"),
  });
});

test("SMTP_URL is a relay, with an address that mail comes from, and is not repeated in a refusal", () => {
  const given = (env: Record<string, string>) => {
    const read = readConfig(env);
    return read.ok ? read.config.mail : read.wrong;
  };
  const url = "smtps://moc:secret@mail.example.vn";
  expect(given({})).toBeNull();
  expect(given({ SMTP_URL: url, CONTACT_EMAIL: "a@example.vn" })).toEqual({ url, from: "a@example.vn" });
  expect(given({ SMTP_URL: url, CONTACT_EMAIL: "a@example.vn", MAIL_FROM: "b@example.vn" })).toEqual({
    url,
    from: "b@example.vn",
  });
  expect(given({ SMTP_URL: url })).toEqual(["SMTP_URL: set MAIL_FROM too, the address that mail comes from"]);
  expect(given({ SMTP_URL: "http://moc:secret@mail.example.vn" })).toEqual([
    "SMTP_URL: expected an address such as smtp://mail.example.vn:25",
  ]);
});

test("CONTACT_EMAIL is an email address or absent", () => {
  const given = (CONTACT_EMAIL?: string) => {
    const read = readConfig({ CONTACT_EMAIL });
    return read.ok ? (read.config.contactEmail ?? null) : read.wrong;
  };
  expect(given()).toBeNull();
  expect(given("so-lieu@example.vn")).toBe("so-lieu@example.vn");
  expect(given("nobody")).toEqual(['CONTACT_EMAIL: expected an e-mail address (got "nobody")']);
});

test("OWNER_NAME names who is answerable, in English too if it has that name; the English name alone is refused", () => {
  const given = (env: Record<string, string>) => {
    const read = readConfig(env);
    return read.ok ? read.config.owner : read.wrong;
  };
  const vi = "Bộ Khoa học và Công nghệ";
  expect(given({})).toBeNull();
  expect(given({ OWNER_NAME: vi })).toEqual({ vi, en: null });
  expect(given({ OWNER_NAME: vi, OWNER_NAME_EN: "Ministry" })).toEqual({ vi, en: "Ministry" });
  expect(given({ OWNER_NAME_EN: "Ministry" })).toEqual(["OWNER_NAME_EN: set OWNER_NAME too, the name in Vietnamese"]);
  expect(given({ OWNER_NAME: "" })).toEqual(['OWNER_NAME: expected a text, or nothing at all (got "")']);
});

test.each([
  "",
  "moc.vn",
  "https://",
  "https://moc.vn/",
  "http://moc.vn",
  "https://moc.vn/x",
  "http://127.0.0.1.moc.vn",
  "http://127.0.0.1:1/x",
])("PUBLIC_ORIGIN=%s is rejected with what was expected", (PUBLIC_ORIGIN) => {
  const read = readConfig({ PUBLIC_ORIGIN });
  expect(read.ok || read.wrong.join()).toEqual(expect.stringMatching(/^PUBLIC_ORIGIN: expected /));
});

test.each(["http://127.0.0.1:4401", "http://localhost:2289", "http://[::1]:2289"])(
  "PUBLIC_ORIGIN=%s is accepted, and still listens on this machine alone",
  (PUBLIC_ORIGIN) => {
    const refusal = (HOST: string) => {
      const read = readConfig({ HOST, PUBLIC_ORIGIN });
      return read.ok ? listeningRefusal(read.config) : read.wrong.join();
    };
    expect(refusal("127.0.0.1")).toBeNull();
    expect(refusal("0.0.0.0")).toMatch(/PUBLIC_ORIGIN is not set to an https address/);
  },
);

test("every invalid setting is listed with what was expected", () => {
  const read = readConfig({ PORT: "eighty", HOST: "", DATABASE_FILE: "", LOG_LEVEL: "loud" });
  expect(read.ok).toBe(false);
  if (read.ok) return;
  expect(read.wrong).toHaveLength(4);
  expect(read.wrong.join("\n")).toMatch(/HOST: expected.*\n?.*PORT: expected a port \(got "eighty"\)/s);
});

test("TRUSTED_PROXY has addresses, networks or loopback; anything else is rejected with what was expected", () => {
  for (const text of ["loopback", "10.0.0.5, 10.1.0.0/16,2001:db8::/32", "::1"])
    expect([text, readConfig({ TRUSTED_PROXY: text }).ok]).toEqual([text, true]);
  for (const text of ["", "nginx", "10.0.0.0/33", "10.0.0.0/8/8", "2001:db8::/129", "10.0.0.5,"]) {
    const read = readConfig({ TRUSTED_PROXY: text });
    expect([text, read.ok || read.wrong.join()]).toEqual([
      text,
      expect.stringMatching(/^TRUSTED_PROXY: expected addresses or networks/),
    ]);
  }
});

test("without PUBLIC_ORIGIN a server listens on loopback only, and the error names both settings", () => {
  const refusal = (HOST: string, PUBLIC_ORIGIN?: string) => {
    const read = readConfig({ HOST, PUBLIC_ORIGIN });
    if (!read.ok) throw new Error(read.wrong.join());
    return listeningRefusal(read.config);
  };
  for (const host of ["127.0.0.1", "127.8.9.10", "::1", "[::1]", "localhost"])
    expect([host, refusal(host)]).toEqual([host, null]);
  for (const host of ["0.0.0.0", "::", "10.0.0.5", "127.0.0.1.example.vn", "moc2030.example.vn"]) {
    expect([host, refusal(host)]).toEqual([host, expect.stringMatching(/HOST.*PUBLIC_ORIGIN/)]);
    expect(refusal(host, "https://moc2030.example.vn")).toBeNull();
  }
});
