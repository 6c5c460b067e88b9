import { createHash, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";

declare module "hono" {
  interface ContextVariableMap {
    /** Folder with the copies of sources. */
    evidenceDir: string;
  }
}

/** Maximum size of a copy of a source. */
export const MAX_BYTES = 10 * 1024 * 1024;

/** The folder with the copies of sources, beside the database. */
export const evidenceDirFor = (databaseFile: string) => join(dirname(databaseFile), "evidence");

export const PDF = "application/pdf";
export const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const starts = (bytes: Uint8Array, ...head: number[]) => head.every((byte, i) => bytes[i] === byte);
const text = (bytes: Uint8Array, from: number, length: number) =>
  Buffer.from(bytes.subarray(from, from + length)).toString("latin1");

/** The media type by content; null unless PDF, image, or an archive, which has to be a document (final-text.ts). */
export function typeOf(bytes: Uint8Array): string | null {
  if (text(bytes, 0, 5) === "%PDF-") return PDF;
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "image/png";
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04)) return DOCX;
  if (starts(bytes, 0xff, 0xd8, 0xff)) return "image/jpeg";
  if (text(bytes, 0, 4) === "RIFF" && text(bytes, 8, 4) === "WEBP") return "image/webp";
  return null;
}

export const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** Stores a file by its hash; fsync and rename, so that a file is always complete. */
export async function storeFile(dir: string, bytes: Uint8Array): Promise<string> {
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

/** A stored file; null if it is missing or damaged. */
export async function readStored(dir: string, hash: string): Promise<Buffer | null> {
  const bytes = await readFile(join(dir, hash)).catch(() => null);
  return bytes && hashOf(bytes) === hash ? bytes : null;
}
