import { createHash, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";

declare module "hono" {
  interface ContextVariableMap {
    /** Where copies of sources are kept. */
    evidenceDir: string;
  }
}

/** Largest copy of a source that is kept. */
export const MOST_BYTES = 10 * 1024 * 1024;

/** Where copies of sources are kept: beside the figures. */
export const evidenceDirFor = (databaseFile: string) => join(dirname(databaseFile), "evidence");

const starts = (bytes: Uint8Array, ...head: number[]) => head.every((byte, i) => bytes[i] === byte);
const text = (bytes: Uint8Array, from: number, length: number) =>
  Buffer.from(bytes.subarray(from, from + length)).toString("latin1");

/** The type of a file by its content, never by what it is called; null for anything but a PDF or an image. */
export function typeOf(bytes: Uint8Array): string | null {
  if (text(bytes, 0, 5) === "%PDF-") return "application/pdf";
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "image/png";
  if (starts(bytes, 0xff, 0xd8, 0xff)) return "image/jpeg";
  if (text(bytes, 0, 4) === "RIFF" && text(bytes, 8, 4) === "WEBP") return "image/webp";
  return null;
}

/** SHA-256 in hex. */
export const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** Keeps a file under its hash: whole and on disk before it has its name. */
export async function keepFile(dir: string, bytes: Uint8Array): Promise<string> {
  const hash = hashOf(bytes);
  const file = join(dir, hash);
  if (existsSync(file)) return hash;
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const draft = join(dir, `.${randomUUID()}`);
  try {
    const handle = await open(draft, "wx", 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  return hash;
}

/** A kept file; null where it is gone or is no longer what its name says. */
export async function readKept(dir: string, hash: string): Promise<Buffer | null> {
  const bytes = await readFile(join(dir, hash)).catch(() => null);
  return bytes && hashOf(bytes) === hash ? bytes : null;
}
