import { createHash } from "node:crypto";
import process from "node:process";

// Loaded in Stryker's processes, hence plain JavaScript; configured by scripts/mutate.ts.

/** @typedef {{ line: number, column: number }} Position */
/** @typedef {{ id: string, fileName: string, mutatorName: string, replacement: string, location: { start: Position, end: Position } }} Mutant */

/** @param {Mutant} mutant */
function place({ fileName, location: { start, end }, mutatorName, replacement }) {
  const path = fileName.replaceAll("\\", "/").replace(/^.*\/(apps|packages)\//, "$1/");
  return [process.env.MUTATE_SEED, path, start.line, start.column, end.line, end.column, mutatorName, replacement].join(
    ":",
  );
}

/** Samples the `MUTATE_MOST` mutants with the lowest hash: the same sample for the same source and seed. */
class Drawn {
  /** @type {Set<string>} */
  #drawn = new Set();
  async init() {}
  /** @param {Mutant[]} mutants */
  async group(mutants) {
    const order = mutants
      .map((mutant) => ({ id: mutant.id, hash: createHash("sha256").update(place(mutant)).digest("hex") }))
      .sort((a, b) => (a.hash < b.hash ? -1 : 1));
    for (const { id } of order.slice(0, Number(process.env.MUTATE_MOST))) this.#drawn.add(id);
    return [mutants.map(({ id }) => id)];
  }
  /** @param {Mutant[]} mutants */
  async check(mutants) {
    return Object.fromEntries(
      mutants.map(({ id }) => [
        id,
        this.#drawn.has(id) ? { status: "passed" } : { status: "compileError", reason: "not drawn" },
      ]),
    );
  }
}

/** Ignores texts for people: strings with a space, and descriptions of schemas and routes. */
class Texts {
  /** @param {any} path a node of Babel's tree */
  shouldIgnore({ node, parent, parentPath }) {
    const text =
      node.type === "StringLiteral"
        ? node.value
        : node.type === "TemplateLiteral"
          ? node.quasis.map((/** @type {any} */ quasi) => quasi.value.cooked).join("")
          : undefined;
    if (text === undefined) return undefined;
    const call = parent?.type === "CallExpression" ? parent.callee?.property?.name : undefined;
    const key = parent?.type === "ObjectProperty" ? parentPath.node.key.name : undefined;
    const described = call === "describe" || ["description", "summary", "tags", "example"].includes(key ?? "");
    return described || /\S\s+\S/.test(text) ? "a text" : undefined;
  }
}

export const strykerPlugins = [
  { kind: "Checker", name: "drawn", injectableClass: Drawn },
  { kind: "Ignore", name: "texts", injectableClass: Texts },
];
