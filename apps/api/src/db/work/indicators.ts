import { index, integer, real, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** What yearly change of an indicator a reviewer holds plausible, the newest row of each; nulls: by its history again. Immutable. */
export const changeLimit = sqliteTable(
  "change_limit",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    indicator: text("indicator").notNull(),
    /** In the indicator's unit a year, ends included. */
    low: real("low"),
    high: real("high"),
    reason: text("reason").notNull(),
    setBy: text("set_by").notNull(),
    setByName: text("set_by_name").notNull(),
    at: text("at").notNull(),
  },
  (t) => [index("change_limit_of").on(t.indicator)],
);

/** The colleague responsible for an indicator. */
export const assignment = sqliteTable("assignment", {
  indicator: text("indicator").primaryKey(),
  staff: text("staff").notNull(),
  staffName: text("staff_name").notNull(),
});
