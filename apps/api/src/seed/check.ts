import { COUNTRY } from "@moc2030/shared/figure/country";
import { lastDay } from "@moc2030/shared/text/date";
import { type Place, readSeedFiles, type SeedFiles, type SeedProblem } from "./files.ts";
import { checkRepeats } from "./repeats.ts";
import { checkSums } from "./sums.ts";

/**
 * Reads the seed under `dir` and, once every file parses, checks it across files: references, keys, ranges,
 * supersession. Problems by file and line.
 */
export function checkSeed(dir: string): { files: SeedFiles; problems: SeedProblem[] } {
  const { files, problems } = readSeedFiles(dir);
  // An unreadable entry would make every reference to it look wrong too.
  if (problems.length > 0) return { files, problems };
  const report = (place: Place, field: string, detail: string) => problems.push({ ...place, field, detail });

  function index<T extends { place: Place }>(items: T[], field: string, id: (item: T) => string): Map<string, T> {
    const map = new Map<string, T>();
    for (const item of items) {
      const first = map.get(id(item));
      if (first)
        report(item.place, field, `duplicate key ${id(item)}, first in ${first.place.file} line ${first.place.line}`);
      else map.set(id(item), item);
    }
    return map;
  }
  const indicators = index(files.indicator, "code", (i) => i.code);
  const compilers = index(files.compiler, "code", (c) => c.code);
  const bodies = index(files.body, "id", (b) => b.id);
  const documents = index(files.document, "id", (d) => d.id);
  const areas = index(files.area, "code", (a) => a.code);
  const sources = index(files.source, "id", (s) => s.id);
  index(files.target, "id", (t) => t.id);
  index(files.milestone, "id", (m) => m.id);
  index(files.orientation, "id", (o) => o.id);
  index(files.commitment, "id", (c) => c.id);
  index(files.trial, "id", (t) => t.id);

  const need = (map: Map<string, unknown>, what: string, place: Place, field: string, id: string | null) => {
    if (id !== null && !map.has(id)) report(place, field, `unknown ${what} ${id}`);
  };

  for (const indicator of files.indicator) {
    const { place } = indicator;
    if (place.file !== `indicators/${indicator.code}.yaml`)
      report(place, "code", `expected the code of the file's name, got ${indicator.code}`);
    need(compilers, "compiler", place, "compiler", indicator.compiler);
    need(indicators, "indicator", place, "companion", indicator.companion);
    need(indicators, "indicator", place, "score", indicator.score ?? null);
    for (const code of indicator.beside ?? []) need(indicators, "indicator", place, "beside", code);
    for (const c of indicator.components ?? [])
      need(indicators, "indicator", place, "components.indicator", c.indicator);
    if ((indicator.components === undefined) !== (indicator.tolerance === undefined))
      report(place, "tolerance", "components need a tolerance, and only they have one");
    for (const r of indicator.responsible) {
      need(bodies, "body", place, "responsible.body", r.body);
      need(sources, "source", place, "responsible.source", r.source);
    }
    if (indicator.discontinued) need(sources, "source", place, "discontinued.source", indicator.discontinued.source);
    for (const one of indicator.schedule?.days ?? [])
      need(sources, "source", place, "schedule.days.source", one.source);
    for (const b of indicator.breaks) need(sources, "source", place, "breaks.source", b.source);
  }
  for (const body of files.body) {
    need(bodies, "body", body.place, "successor", body.successor);
    need(sources, "source", body.place, "source", body.source);
    need(sources, "source", body.place, "succession.source", body.succession?.source ?? null);
    if ((body.succession === undefined) !== (body.successor === null))
      report(body.place, "succession", "expected with a successor, and only with one");
  }
  for (const document of files.document) {
    need(sources, "source", document.place, "source", document.source);
    need(documents, "document", document.place, "implements", document.implements);
    need(sources, "source", document.place, "objective.source", document.objective?.source ?? null);
  }
  for (const orientation of files.orientation)
    need(documents, "document", orientation.place, "document", orientation.document);
  for (const item of [...files.orientation, ...files.commitment, ...files.trial, ...files.milestone])
    need(sources, "source", item.place, "source", item.source);
  for (const commitment of files.commitment)
    need(indicators, "indicator", commitment.place, "indicator", commitment.indicator ?? null);
  for (const area of files.area) {
    need(sources, "source", area.place, "source", area.source);
    for (const m of area.members) need(areas, "area", area.place, "members.area", m.area);
  }
  for (const target of files.target) {
    need(indicators, "indicator", target.place, "indicator", target.indicator);
    need(documents, "document", target.place, "document", target.document);
    need(sources, "source", target.place, "source", target.source);
    need(areas, "area", target.place, "group", target.group);
  }

  for (const { code, compiler, place, readings = [] } of files.indicator)
    for (const { timePeriod } of readings)
      if (
        !files.observation.some(
          (o) =>
            o.indicator === code && o.COMPILER === compiler && o.REF_AREA === COUNTRY && o.TIME_PERIOD === timePeriod,
        )
      )
        report(place, "readings", `expected a year with a figure of ${COUNTRY} by ${compiler}, got ${timePeriod}`);

  const vintages = new Map<string, SeedFiles["observation"]>();
  index(
    files.observation,
    "PUBLISHED",
    (o) =>
      `${o.indicator} ${o.COMPILER} ${o.REF_AREA} ${o.TIME_PERIOD} ${o.PUBLISHED ? lastDay(o.PUBLISHED) : "undated"}`,
  );
  for (const row of files.observation) {
    const definition = indicators.get(row.indicator);
    if (!definition) report(row.place, "(file)", `unknown indicator ${row.indicator}`);
    need(compilers, "compiler", row.place, "COMPILER", row.COMPILER);
    need(areas, "area", row.place, "REF_AREA", row.REF_AREA);
    need(sources, "source", row.place, "SOURCE", row.SOURCE);
    const value = row.OBS_VALUE === null ? null : Number(row.OBS_VALUE);
    if (definition && value !== null && (value < definition.range.min || value > definition.range.max))
      report(
        row.place,
        "OBS_VALUE",
        `expected ${definition.range.min} to ${definition.range.max}, got ${row.OBS_VALUE}`,
      );
    if (definition?.valueKind === "rank" && value !== null && row.RANK_POOL !== null && value > row.RANK_POOL)
      report(row.place, "OBS_VALUE", `rank ${row.OBS_VALUE} is above its pool of ${row.RANK_POOL}`);
    const key = `${row.indicator} ${row.COMPILER} ${row.REF_AREA} ${row.TIME_PERIOD}`;
    vintages.set(key, [...(vintages.get(key) ?? []), row]);
  }
  for (const rows of vintages.values())
    for (const row of rows) {
      const weak = row.PUBLISHED === null || row.CONFIDENCE === "unverified";
      const earlier = rows.find(
        (other) =>
          other !== row &&
          (row.PUBLISHED === null || (other.PUBLISHED !== null && lastDay(other.PUBLISHED) < lastDay(row.PUBLISHED))),
      );
      if (weak && earlier)
        report(
          row.place,
          "CONFIDENCE",
          `an unverified or undated row never supersedes another (line ${earlier.place.line})`,
        );
    }
  checkSums(files, report);
  checkRepeats(files, report);
  problems.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
  return { files, problems };
}

/** One line: file, line, field, and what was expected. */
export const formatProblem = (p: SeedProblem) => `data/seed/${p.file}:${p.line} ${p.field}: ${p.detail}`;
