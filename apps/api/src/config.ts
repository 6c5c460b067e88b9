import { BlockList } from "node:net";
import { resolve } from "node:path";
import type { Owner } from "@moc2030/shared/page/page";
import { line } from "@moc2030/shared/schema/line";
import { z } from "zod";
import { isLoopback, parseProxies } from "./http/client-address.ts";
import { ROOT } from "./root.ts";

/** The host of a URL as an address or name: without the brackets of IPv6. */
const bare = (host: string) => host.replace(/^\[(.*)\]$/, "$1");
const isThisMachine = (host: string) => host === "localhost" || isLoopback(bare(host));
const isHttpsOrLocal = (text: string) =>
  URL.canParse(text) && (new URL(text).protocol === "https:" || isThisMachine(new URL(text).hostname));
const nameText = line(200).min(1, "expected a text, or nothing at all").optional();
const environment = z.object({
  HOST: z.string().min(1, "expected a host name or address").default("127.0.0.1"),
  PORT: z.coerce.number("expected a port").int("expected a whole number").min(0).max(65_535).default(2289),
  DATABASE_FILE: z.string().min(1, "expected a file path").default("var/moc2030.sqlite"),
  SEED_DIR: z.string().min(1, "expected a folder path").default("data/seed"),
  /** Public origin of the pages; required for staff sign-in except on this machine. */
  PUBLIC_ORIGIN: z
    .url({ protocol: /^https?$/, error: "expected an address such as https://moc2030.example.vn" })
    .refine(isHttpsOrLocal, "expected https, or http on this machine such as http://127.0.0.1:2289")
    .refine(
      (text) => URL.canParse(text) && new URL(text).origin === text,
      "expected scheme and host alone, without a path or a final /",
    )
    .optional(),
  /** Proxies whose X-Forwarded-For is believed. */
  TRUSTED_PROXY: z
    .string()
    .transform((text, context) => {
      const list = parseProxies(text);
      if (list) return list;
      context.issues.push({
        code: "custom",
        input: text,
        message: "expected addresses or networks with commas between, such as 10.0.0.5, 10.1.0.0/16, or loopback",
      });
      return z.NEVER;
    })
    .optional(),
  /** Where readers report errors; shown on the about page and at the foot of every page. */
  CONTACT_EMAIL: z.email("expected an e-mail address").optional(),
  /** The body that is answerable for this copy, and its English name; at the foot of every page. */
  OWNER_NAME: nameText,
  OWNER_NAME_EN: nameText,
  /** Mail relay for notices to staff; without it none are mailed. */
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "expected an address such as smtp://mail.example.vn:25" }).optional(),
  /** Sender of mail; by default CONTACT_EMAIL. */
  MAIL_FROM: z.email("expected an e-mail address").optional(),
  /** The head and foot of letters and reports. */
  LETTER_PARENT: nameText,
  LETTER_OFFICE: nameText,
  LETTER_SYMBOL: nameText,
  LETTER_PLACE: nameText,
  LETTER_AUTHORITY: nameText,
  LETTER_SIGNER_TITLE: nameText,
  LETTER_SIGNER: nameText,
  STAFF_SECRET: z.string().min(32, "expected at least 32 characters").optional(),
  /** Port of /metrics on this machine; none without it. */
  METRICS_PORT: z.coerce.number("expected a port").int("expected a whole number").min(0).max(65_535).optional(),
  /** Program that `backup --keep` runs with the folder of a new backup, to copy it elsewhere. */
  BACKUP_HOOK: z.string().startsWith("/", "expected the whole path of a program").optional(),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
});

/** Head and foot of official documents: letters and reports. What is absent is left blank in them. */
export type Letterhead = {
  /** The body above the sender's, and the sender's own. */
  parent?: string | undefined;
  office?: string | undefined;
  /** What follows the number of a letter. */
  symbol?: string | undefined;
  place?: string | undefined;
  /** In whose place is signed: `TM. CHÍNH PHỦ`, `KT. BỘ TRƯỞNG`. */
  authority?: string | undefined;
  signerTitle?: string | undefined;
  signer?: string | undefined;
};

/** Server settings; paths are absolute. */
export type Config = {
  host: string;
  port: number;
  databaseFile: string;
  seedDir: string;
  publicOrigin: string | null;
  trusted: BlockList;
  contactEmail: string | undefined;
  owner: Owner | null;
  mail: { url: string; from: string } | null;
  letterhead: Letterhead;
  staffSecret: string | undefined;
  metricsPort: number | undefined;
  backupHook: string | undefined;
  logLevel: string;
};

/**
 * Reads settings from `env`; on failure lists every invalid one. Relative paths are resolved against the repository
 * root.
 */
export function readConfig(
  env: Record<string, string | undefined>,
): { ok: true; config: Config } | { ok: false; wrong: string[] } {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    return {
      ok: false,
      wrong: parsed.error.issues.map((i) => {
        const name = String(i.path[0]);
        return `${name}: ${i.message}${name === "STAFF_SECRET" || name === "SMTP_URL" ? "" : ` (got "${env[name]}")`}`;
      }),
    };
  }
  const { HOST, PORT, DATABASE_FILE, SEED_DIR, PUBLIC_ORIGIN, STAFF_SECRET, SMTP_URL } = parsed.data;
  const { OWNER_NAME, OWNER_NAME_EN } = parsed.data;
  if (OWNER_NAME_EN && !OWNER_NAME)
    return { ok: false, wrong: ["OWNER_NAME_EN: set OWNER_NAME too, the name in Vietnamese"] };
  const from = parsed.data.MAIL_FROM ?? parsed.data.CONTACT_EMAIL;
  if (SMTP_URL && !from) return { ok: false, wrong: ["SMTP_URL: set MAIL_FROM too, the address that mail comes from"] };
  return {
    ok: true,
    config: {
      host: HOST,
      port: PORT,
      databaseFile: resolve(ROOT, DATABASE_FILE),
      seedDir: resolve(ROOT, SEED_DIR),
      publicOrigin: PUBLIC_ORIGIN ?? null,
      trusted: parsed.data.TRUSTED_PROXY ?? new BlockList(),
      contactEmail: parsed.data.CONTACT_EMAIL,
      owner: OWNER_NAME ? { vi: OWNER_NAME, en: OWNER_NAME_EN ?? null } : null,
      mail: SMTP_URL && from ? { url: SMTP_URL, from } : null,
      letterhead: {
        parent: parsed.data.LETTER_PARENT,
        office: parsed.data.LETTER_OFFICE,
        symbol: parsed.data.LETTER_SYMBOL,
        place: parsed.data.LETTER_PLACE,
        authority: parsed.data.LETTER_AUTHORITY,
        signerTitle: parsed.data.LETTER_SIGNER_TITLE,
        signer: parsed.data.LETTER_SIGNER,
      },
      staffSecret: STAFF_SECRET,
      metricsPort: parsed.data.METRICS_PORT,
      backupHook: parsed.data.BACKUP_HOOK,
      logLevel: parsed.data.LOG_LEVEL,
    },
  };
}

/**
 * Why a server must not listen with these settings, or null. Passwords and sessions would travel unencrypted beyond
 * this machine.
 */
export function listeningRefusal({ host, publicOrigin }: Pick<Config, "host" | "publicOrigin">): string | null {
  if (publicOrigin?.startsWith("https:") || isThisMachine(host)) return null;
  return `HOST=${host} listens beyond this machine, and PUBLIC_ORIGIN is not set to an https address. Put TLS in front and set PUBLIC_ORIGIN to the address that it serves (docs/operating.md), or leave HOST at 127.0.0.1.`;
}
