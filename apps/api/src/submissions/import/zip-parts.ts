import { Inflate } from "fflate";
import { WorkbookFault } from "./workbook-fault.ts";

/** Unpacked bytes of all parts that are read; a workbook of 20,000 full rows has a third of it. */
const MAX_UNPACKED = 64 * 1024 * 1024;
const MAX_ENTRIES = 2000;
/** Deflate makes at most 1,032 bytes of one: what is unpacked between two looks at the budget stays small. */
const PIECE = 4096;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

/** A ZIP archive in memory whose parts are unpacked in pieces. */
export interface ZipParts {
  readonly names: readonly string[];
  /** Unpacks a part piece by piece; throws `too_big` once all parts read so far pass the limit. */
  unpack(name: string, take: (piece: Uint8Array, isLast: boolean) => void): void;
}

/** Opens an archive by its central directory. Throws `damaged` or, for encrypted entries, `encrypted`. */
export function openZip(bytes: Uint8Array): ZipParts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = (offset: number, signature: number) =>
    offset >= 0 && offset + 4 <= bytes.length && view.getUint32(offset, true) === signature;
  const damaged = () => new WorkbookFault("damaged");
  let end = bytes.length - 22;
  while (end >= 0 && bytes.length - end <= 22 + 65_535 && !at(end, END)) end--;
  if (!at(end, END)) throw damaged();
  const count = view.getUint16(end + 10, true);
  if (count > MAX_ENTRIES) throw new WorkbookFault("too_big");
  const entries = new Map<string, { method: number; size: number; from: number }>();
  let next = view.getUint32(end + 16, true);
  for (let n = 0; n < count; n++) {
    if (!at(next, ENTRY) || next + 46 > bytes.length) throw damaged();
    const u16 = (offset: number) => view.getUint16(next + offset, true);
    const [name, extra, comment] = [u16(28), u16(30), u16(32)];
    if (u16(8) & 1) throw new WorkbookFault("encrypted");
    const text = new TextDecoder().decode(bytes.subarray(next + 46, next + 46 + name));
    // Two parts of one name could be read as one thing here and as another elsewhere.
    if (entries.has(text)) throw damaged();
    entries.set(text, {
      method: u16(10),
      size: view.getUint32(next + 20, true),
      from: view.getUint32(next + 42, true),
    });
    next += 46 + name + extra + comment;
  }
  let unpacked = 0;
  const counted = (take: (piece: Uint8Array, isLast: boolean) => void) => (piece: Uint8Array, isLast: boolean) => {
    unpacked += piece.length;
    if (unpacked > MAX_UNPACKED) throw new WorkbookFault("too_big");
    take(piece, isLast);
  };
  return {
    names: [...entries.keys()],
    unpack(name, take) {
      const entry = entries.get(name);
      if (!entry || !at(entry.from, LOCAL) || entry.from + 30 > bytes.length) throw damaged();
      const start = entry.from + 30 + view.getUint16(entry.from + 26, true) + view.getUint16(entry.from + 28, true);
      const packed = bytes.subarray(start, start + entry.size);
      if (packed.length < entry.size) throw damaged();
      const counting = counted(take);
      if (entry.method === 0) return counting(packed, true);
      if (entry.method !== 8) throw damaged();
      const inflate = new Inflate(counting);
      for (let from = 0; from === 0 || from < packed.length; from += PIECE) {
        const piece = packed.subarray(from, from + PIECE);
        try {
          inflate.push(piece, from + PIECE >= packed.length);
        } catch (error) {
          throw error instanceof WorkbookFault ? error : damaged();
        }
      }
    },
  };
}
