import { type FigureKey, keyText } from "@moc2030/shared/figure/figure";
import type { Lang } from "@moc2030/shared/text/lang";
import { asc, desc } from "drizzle-orm";
import type { Db } from "../../db/database.ts";
import { enquiry, enquiryEvent } from "../../db/work/enquiries.ts";
import { listDefinitions } from "../../definitions/queries.ts";
import { newestReleaseId } from "../../observations/read-point.ts";
import { selectRows } from "../due/queries.ts";
import { findFiles } from "../evidence/queries.ts";
import type { Reader } from "../visibility.ts";
import { stateOf } from "./commands.ts";

/** The figures that an enquiry asks for. */
export const keysOf = ({ figures }: Pick<typeof enquiry.$inferSelect, "figures">) => JSON.parse(figures) as FigureKey[];

/** All enquiries, newest first, with what is still missing of each and what happened to it. */
export async function listEnquiries(db: Db, lang: Lang, reader: Reader) {
  const rows = await db.orm.select().from(enquiry).orderBy(desc(enquiry.id));
  const events = await db.orm.select().from(enquiryEvent).orderBy(asc(enquiryEvent.id));
  const indicators = await listDefinitions(db, "indicator", await newestReleaseId(db));
  const bodies = await listDefinitions(db, "body", await newestReleaseId(db));
  const nameOf = (code: string) => indicators.find((one) => one.code === code)?.shortName[lang] ?? code;
  const scans = await findFiles(
    db,
    events.flatMap(({ evidence }) => JSON.parse(evidence ?? "[]") as string[]),
  );
  const missing = new Set((await selectRows(db, { keys: rows.flatMap(keysOf) }, lang, reader)).map(keyText));
  return rows.map((row) => {
    const own = events.filter(({ enquiryId }) => enquiryId === row.id);
    return {
      ...{ id: row.id, body: row.body, dueOn: row.dueOn, state: stateOf(own) },
      bodyName: bodies.find(({ id }) => id === row.body)?.name[lang] ?? row.bodyName,
      createdBy: { id: row.createdBy, name: row.createdByName },
      createdAt: row.createdAt,
      figures: keysOf(row).map((key) => ({
        ...key,
        name: nameOf(key.indicator),
        isMissing: missing.has(keyText(key)),
      })),
      events: own.map(({ kind, number, onDay, reason, evidence, by, byName, at }) => ({
        ...{ kind, number, on: onDay, reason, by: { id: by, name: byName }, at },
        files: (JSON.parse(evidence ?? "[]") as string[]).flatMap(
          (hash) => scans.find(({ sha256 }) => sha256 === hash) ?? [],
        ),
      })),
    };
  });
}
