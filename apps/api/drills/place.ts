import { strict as assert } from "node:assert";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { openRaw } from "../src/db/raw.fixture.ts";
import { checkpoint } from "../src/db/sqlite/copy.ts";
import { staffFileFor } from "../src/identity/open.ts";
import { type Product, start, stop } from "./product.ts";

/** Where a drill takes place. */
export type Place = {
  product: Product;
  /** With the numbers of the table and its bars of time and memory; else a short form, which asks for states alone. */
  long: boolean;
  /** The path for a database, in an empty folder. */
  emptyFile: () => string;
  /** A database with the reference data, of no running server. */
  seededFile: () => string;
};
/** `passes` says what is held, `run` gives what was counted and measured; it throws where the product falls short. */
export type Drill = { id: string; what: string; passes: string; run: (at: Place) => Promise<string> };

/** Why a drill cannot take place on this machine. */
export class Skipped extends Error {}

/** A place with a database that the product itself has seeded. */
export async function openPlace(product: Product, long: boolean): Promise<Place & { remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), "moc2030-drill-"));
  let count = 0;
  const emptyFile = () => {
    const made = join(folder, String(++count));
    mkdirSync(made);
    return join(made, "moc2030.sqlite");
  };
  const seeded = emptyFile();
  assert.equal(await stop(await start(product, seeded)), 0);
  for (const file of [seeded, staffFileFor(seeded)]) checkpoint(file);
  return {
    product,
    long,
    emptyFile,
    seededFile: () => {
      const file = emptyFile();
      cpSync(dirname(seeded), dirname(file), { recursive: true });
      return file;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Holds a bar of the long form. */
export function bar({ long }: Place, what: string, value: number, atMost: number) {
  if (long) assert.ok(value <= atMost, `${what}: ${Math.round(value)}, at most ${atMost} wanted`);
}

/** Holds that SQLite finds the whole file as it should be. */
export function assertSound(file: string) {
  const raw = openRaw(file);
  try {
    assert.equal(raw.pragma("integrity_check", { simple: true }), "ok");
    assert.deepEqual(raw.pragma("foreign_key_check"), []);
  } finally {
    raw.close();
  }
}

/** The value below which are so many per cent. */
export const percentile = (values: number[], percent: number) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor((values.length * percent) / 100))] as number;

/** Pseudorandom numbers from 0 to 1 (Park and Miller). */
export function drawn(seed: number): () => number {
  let state = (seed % 2_147_483_646) + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
