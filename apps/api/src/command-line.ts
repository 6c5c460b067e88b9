import { parseArgs } from "node:util";

export const usage = `Commands:
  start          serve the pages and the API (npm start, or ./moc2030 start)
  migrate        create the database, or bring its tables up to date
  seed           load data/seed (what changed since the last load becomes one release)
  seed:check     check data/seed without a database
  staff:add --email ADDRESS --name NAME --role contributor|reviewer|administrator
                 add somebody and print the link with which they set password and second factor
  staff:reset --email ADDRESS
                 end somebody's password, second factor and sessions, and print a new link
  verify [--head HASH]
                 check figures, decisions, people and evidence against the audit, and the audit itself; with the
                 hash of an audit row kept elsewhere (16 characters or more) also that nothing up to it was cut off
  backup DIR     copy figures, sign-in and evidence to DIR while the server runs
  restore DIR    put a backup into an empty place; a damaged one is refused
  help           print this`;

/** Options and positional arguments per command; all required except `head`. */
const commandArgs = {
  help: {},
  migrate: {},
  seed: {},
  "seed:check": {},
  "staff:add": { options: ["email", "name", "role"] },
  "staff:reset": { options: ["email"] },
  verify: { options: ["head"] },
  backup: { places: ["DIR"] },
  restore: { places: ["DIR"] },
} satisfies Record<string, { options?: string[]; places?: string[] }>;

export type CommandName = keyof typeof commandArgs;
export type Args = { [name: string]: string };

const isCommand = (name: string): name is CommandName => Object.hasOwn(commandArgs, name);

/** Parses a command line; errors come with the reason and the usage. */
export function readCommand(
  line: readonly string[],
): { ok: true; command: CommandName; given: Args } | { ok: false; reason: string } {
  const [command = "", ...args] = line;
  if (!isCommand(command)) return { ok: false, reason: usage };
  const { options = [], places = [] }: { options?: string[]; places?: string[] } = commandArgs[command];
  const refused = (why: string) => ({ ok: false, reason: `${command}: ${why}\n${usage}` }) as const;

  const known = Object.fromEntries(options.map((name) => [name, { type: "string", multiple: true } as const]));
  const parse = () => parseArgs({ args, options: known, allowPositionals: true, strict: true });
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse();
  } catch (error) {
    return refused((error as Error).message);
  }
  const { values, positionals } = parsed;

  const given: Args = {};
  if (positionals.length > places.length) return refused(`${positionals[places.length]} is not expected`);
  for (const [index, place] of places.entries()) {
    const value = positionals[index];
    if (!value) return refused(`${place} is missing`);
    given[place] = value;
  }
  for (const name of options) {
    const [value, second] = values[name] ?? [];
    if (second !== undefined) return refused(`--${name} is given twice`);
    if (value) given[name] = value;
    else if (name !== "head" || value === "") return refused(`--${name} is missing`);
  }
  return { ok: true, command, given };
}
