import { roles } from "@moc2030/shared/actions";
import { LANGS } from "@moc2030/shared/text/lang";
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

// user, account and twoFactor have the schema of the auth library of the first version.
const instant = (name: string) => integer(name, { mode: "timestamp_ms" });

/** A staff member. Disabled, never deleted: the audit log names them. */
export const user = sqliteTable("user", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  email: text("email").notNull().unique(),
  emailVerified: integer("email_verified", { mode: "boolean" }).notNull().default(false),
  image: text("image"),
  createdAt: instant("created_at").notNull(),
  updatedAt: instant("updated_at").notNull(),
  /** Set when the second factor is confirmed, which sign-in requires. */
  twoFactorEnabled: integer("two_factor_enabled", { mode: "boolean" }).notNull().default(false),
  role: text("role", { enum: roles }).notNull(),
  disabledAt: instant("disabled_at"),
  /** The body of the state that they work for, by its id. */
  body: text("body"),
  /** The language of mail. */
  lang: text("lang", { enum: LANGS }).notNull().default("vi"),
});

/** An open session. Only a hash of its token is stored. */
export const session = sqliteTable(
  "session",
  {
    id: text("id").primaryKey(),
    tokenHash: text("token_hash").notNull().unique(),
    userId: text("user_id")
      .notNull()
      .references(() => user.id),
    expiresAt: instant("expires_at").notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
  },
  (t) => [index("session_user").on(t.userId)],
);

export const account = sqliteTable(
  "account",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id").notNull(),
    providerId: text("provider_id").notNull(),
    userId: text("user_id")
      .notNull()
      .references(() => user.id),
    accessToken: text("access_token"),
    refreshToken: text("refresh_token"),
    idToken: text("id_token"),
    accessTokenExpiresAt: instant("access_token_expires_at"),
    refreshTokenExpiresAt: instant("refresh_token_expires_at"),
    scope: text("scope"),
    password: text("password"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [index("account_user").on(t.userId)],
);

/** A verified password awaiting the second factor. Only a hash of its token is stored. */
export const challenge = sqliteTable("challenge", {
  tokenHash: text("token_hash").primaryKey(),
  userId: text("user_id")
    .notNull()
    .references(() => user.id),
  expiresAt: instant("expires_at").notNull(),
  tries: integer("tries").notNull().default(0),
});

/** A second factor: the sealed TOTP secret and the hashes of unused recovery codes (second-factor.ts). */
export const twoFactor = sqliteTable("two_factor", {
  id: text("id").primaryKey(),
  secret: text("secret").notNull(),
  backupCodes: text("backup_codes").notNull(),
  userId: text("user_id")
    .notNull()
    .unique()
    .references(() => user.id),
  verified: integer("verified", { mode: "boolean" }).notNull().default(false),
});

/** A second factor being set up in the place of the present one: the sealed TOTP secret, until it is confirmed. */
export const newFactor = sqliteTable("new_factor", {
  userId: text("user_id")
    .primaryKey()
    .references(() => user.id),
  secret: text("secret").notNull(),
  expiresAt: instant("expires_at").notNull(),
});

/** Somebody's last asked-for change of address: open until confirmed, then kept so that the old one is told. */
export const newAddress = sqliteTable("new_address", {
  userId: text("user_id")
    .primaryKey()
    .references(() => user.id),
  oldEmail: text("old_email").notNull(),
  email: text("email").notNull(),
  /** Confirmed by a code mailed there; else by an administrator. */
  byMail: integer("by_mail", { mode: "boolean" }).notNull(),
  askedAt: instant("asked_at").notNull(),
  expiresAt: instant("expires_at").notNull(),
  confirmedAt: instant("confirmed_at"),
});

/** A single-use link to set password and second factor. Only a hash of its token is stored. */
export const staffLink = sqliteTable("staff_link", {
  tokenHash: text("token_hash").primaryKey(),
  userId: text("user_id")
    .notNull()
    .references(() => user.id),
  expiresAt: instant("expires_at").notNull(),
  usedAt: instant("used_at"),
});

/** An attempt, counted against an account, address, device or link; secrets are hashed. */
export const attempt = sqliteTable(
  "attempt",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    bucket: text("bucket").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [index("attempt_bucket").on(t.bucket, t.at)],
);

/** Used codes of the second factor: none is accepted twice. */
export const usedCode = sqliteTable(
  "used_code",
  { userId: text("user_id").notNull(), code: text("code").notNull(), at: instant("at").notNull() },
  (t) => [primaryKey({ columns: [t.userId, t.code] })],
);
