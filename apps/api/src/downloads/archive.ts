import { setImmediate as nextTurn } from "node:timers/promises";
import { Zip, ZipDeflate } from "fflate";

/** A file of an archive; content may be streamed. */
export type ArchiveFile = { name: string; content: Uint8Array | Iterable<Uint8Array> | AsyncIterable<Uint8Array> };

/** Chunk size: a few milliseconds of compression each, so that other requests are served. */
const PIECE = 64 * 1024;

/**
 * A ZIP archive whose bytes depend on names and contents only. fflate, because the output of Node's zlib differs
 * between builds.
 */
export async function archive(files: Iterable<ArchiveFile> | AsyncIterable<ArchiveFile>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part);
  });
  for await (const { name, content } of files) {
    const entry = new ZipDeflate(name, { level: 6 });
    // fflate writes local time, so this is 1 January 1980 in every time zone.
    entry.mtime = new Date(1980, 0, 1);
    zip.add(entry);
    for await (const bytes of content instanceof Uint8Array ? [content] : content)
      for (let at = 0; at < bytes.length; at += PIECE) {
        entry.push(bytes.subarray(at, at + PIECE));
        await nextTurn();
      }
    entry.push(new Uint8Array(0), true);
  }
  zip.end();
  return Buffer.concat(parts);
}
