import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const rules = fileURLToPath(new URL("../deploy/alerts.yaml", import.meta.url));
const requests = (status: number) =>
  `moc2030_http_request_duration_seconds_count{job="moc2030",route="/",status="${status}"}`;
const up = 'process_start_time_seconds{job="moc2030"}';

type Series = Record<string, string>;
type Case = { at: string; fires: Series; quiet: Series };
/** What Prometheus collects each minute, as promtool writes it, so that an alert fires at a time, and nearly fires. */
const cases: Record<string, Case> = {
  Moc2030Down: { at: "6m", fires: { [up]: "1 1 1 stale" }, quiet: { [up]: "1 1 1 1 1 stale 1" } },
  Moc2030ServerErrors: {
    at: "15m",
    fires: { [requests(200)]: "0+980x15", [requests(500)]: "0+20x15" },
    quiet: { [requests(200)]: "0+995x15", [requests(507)]: "0+5x15" },
  },
  Moc2030Slow: {
    at: "11m",
    fires: { nodejs_eventloop_lag_p99_seconds: "0.3x11" },
    quiet: { nodejs_eventloop_lag_p99_seconds: "0.3x5 0.2 0.3x5" },
  },
  Moc2030DiskLow: {
    at: "6m",
    fires: { moc2030_disk_free_bytes: "999999999x6" },
    quiet: { moc2030_disk_free_bytes: "1000000000x6" },
  },
  Moc2030BackupOld: {
    at: "1m",
    fires: { moc2030_backup_age_seconds: "93601x1" },
    quiet: { moc2030_backup_age_seconds: "93600x1" },
  },
  Moc2030WalLarge: {
    at: "31m",
    fires: { moc2030_wal_bytes: "257000000x31" },
    quiet: { moc2030_wal_bytes: "257000000x20 0 257000000x10" },
  },
  Moc2030MailNotSent: {
    at: "60m",
    fires: { 'moc2030_outbox_mails{state="failed"}': "2x30 3x30" },
    quiet: { 'moc2030_outbox_mails{state="failed"}': "3x30 2x30", 'moc2030_outbox_mails{state="waiting"}': "0+1x60" },
  },
  Moc2030SignInsRefused: {
    at: "60m",
    fires: { moc2030_sign_in_failures_total: "0+1x60" },
    quiet: { moc2030_sign_in_failures_total: "100+0.8x60" },
  },
};

/** The alerts that are firing then, by Debian's promtool on the rules that are shipped. */
function firing(at: string, series: Series): string[] {
  const folder = mkdtempSync(join(tmpdir(), "moc2030-alerts-"));
  try {
    const file = join(folder, "test.yaml");
    const input_series = Object.entries(series).map(([name, values]) => ({ series: name, values }));
    const expected = Object.keys(cases).map((alertname) => ({ eval_time: at, alertname, exp_alerts: [] }));
    const tests = [{ interval: "1m", input_series, alert_rule_test: expected }];
    // JSON is YAML too.
    writeFileSync(file, JSON.stringify({ rule_files: [rules], evaluation_interval: "1m", tests }));
    execFileSync("promtool", ["test", "rules", file], { encoding: "utf8", stdio: "pipe" });
    return [];
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    const found = [...`${stdout}${stderr}`.matchAll(/alertname: ?(\w+)/g)].map(([, name = ""]) => name);
    if (found.length === 0) throw error;
    return found;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A server that is up, so that only what a case is about can fire. */
const alive = { [up]: "1x2000" };

test.each(Object.entries(cases))("%s fires beyond its threshold, and alone", (name, { at, fires }) =>
  expect(firing(at, { ...alive, ...fires })).toEqual([name]),
);
test.each(Object.entries(cases))("%s is quiet up to its threshold", (_, { at, quiet }) =>
  expect(firing(at, { ...alive, ...quiet })).toEqual([]),
);

test("a backup that was never made is an old one", () =>
  expect(firing("1m", { ...alive, moc2030_backup_age_seconds: "Inf Inf" })).toEqual(["Moc2030BackupOld"]));

test("so is one that nobody has restored for 35 days, or ever", () => {
  const tested = (age: string) => firing("1m", { ...alive, moc2030_restore_test_age_seconds: age });
  expect([tested("3024000x1"), tested("3024001x1"), tested("Inf Inf")]).toEqual([
    [],
    ["Moc2030BackupOld"],
    ["Moc2030BackupOld"],
  ]);
});
