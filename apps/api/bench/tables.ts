/** What a table of 20,000 rows costs, and for how long at most it keeps others waiting, in milliseconds of the processor: `npx tsx apps/api/bench/tables.ts`. */
import { join } from "node:path";
import { emptyFolder, NOW, SEED_DIR } from "../src/app.fixture.ts";
import { openDb } from "../src/audit/open.ts";
import { listDefinitions } from "../src/definitions/queries.ts";
import { newestReleaseId } from "../src/observations/read-point.ts";
import { loadSeed } from "../src/seed/load.ts";
import { team } from "../src/submissions/team.fixture.ts";

const ROWS = 20_000;
const db = await openDb(join(emptyFolder(), "moc2030.sqlite"), NOW);
await loadSeed(db, SEED_DIR, NOW);
const t = await team({ db });
const areas = (await listDefinitions(t.db, "area", await newestReleaseId(t.db))).filter((a) => a.kind === "economy");
const keys = Array.from({ length: 2025 - 1900 }, (_, i) => 1900 + i).flatMap((year) =>
  areas.map(({ code }) => `EGDI_RANK,UNDESA,${code},${year}`),
);
const table = [
  "INDICATOR,COMPILER,REF_AREA,TIME_PERIOD,OBS_VALUE,SOURCE,REASON,REASON_TEXT",
  ...keys.slice(-ROWS).map((key, i) => `${key},${(i % 190) + 1},DE-NSO-2601,publisher_revision,Bản sửa`),
].join("\r\n");

const spent = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
/** The most that was spent between two turns of the event loop; of the processor, so that a busy machine does not change it. */
function watchTurns() {
  let [last, most, goesOn] = [spent(), 0, true];
  const turn = () => {
    const now = spent();
    most = Math.max(most, now - last);
    last = now;
    if (goesOn) setImmediate(turn);
  };
  setImmediate(turn);
  return () => {
    goesOn = false;
    return Math.max(most, spent() - last);
  };
}

async function measure(what: string, work: () => Promise<Response>) {
  const stop = watchTurns();
  const start = spent();
  const answer = await work();
  const body = await answer.text();
  const [all, longest] = [spent() - start, stop()];
  console.log(
    `${what.padEnd(20)} ${answer.status}  ${Math.round(all)} ms, longest turn ${Math.round(longest)} ms, ${body.length} bytes`,
  );
  return body;
}

const csv = { "content-type": "text/csv" };
const confirmed = "confirmation=x";
for (const turn of ["first", "again"]) {
  const run = JSON.parse(await measure(`dry run, ${turn}`, () => t.lan.post("/submissions/dry-run", table, csv)));
  console.log(JSON.stringify(run.counts), JSON.stringify(run.rows[0]?.errors));
}
const draft = await t.draft(t.lan);
await measure("import", () =>
  t.lan.post(`/submissions/${draft.id}/import?${confirmed}`, table, { ...csv, ...t.at(draft.version) }),
);
await measure("effect", () => t.lan.get(`/submissions/${draft.id}/effect`));
await measure("effect, again", () => t.lan.get(`/submissions/${draft.id}/effect`));
await measure("the draft", () => t.lan.get(`/submissions/${draft.id}`));
process.exit(0);
