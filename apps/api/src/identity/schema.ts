import { roles } from "@moc2030/shared/actions";
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

// user, account and twoFactor have the shape of the sign-in library that the first version used.
const instant = (name: string) => integer(name, { mode: "timestamp_ms" });

/** One of the staff. People are disabled, never removed: the audit names them. */
export const user = sqliteTable("user", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  email: text("email").notNull().unique(),
  emailVerified: integer("email_verified", { mode: "boolean" }).notNull().default(false),
  image: text("image"),
  createdAt: instant("created_at").notNull(),
  updatedAt: instant("updated_at").notNull(),
  /** True once the second factor has been confirmed; nobody signs in before. */
  twoFactorEnabled: integer("two_factor_enabled", { mode: "boolean" }).notNull().default(false),
  role: text("role", { enum: roles }).notNull(),
  disabledAt: instant("disabled_at"),
});

/** An open session. Only the SHA-256 of the token in its cookie is kept. */
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

/** A password was right and a second factor is awaited. Only the SHA-256 of the token in its cookie is kept. */
export const challenge = sqliteTable("challenge", {
  tokenHash: text("token_hash").primaryKey(),
  userId: text("user_id")
    .notNull()
    .references(() => user.id),
  expiresAt: instant("expires_at").notNull(),
  tries: integer("tries").notNull().default(0),
});

/** Somebody's second factor: the authenticator's secret, sealed, and the recovery codes that are left, hashed (second-factor.ts). */
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

/** A link with which one person sets password and second factor, once. Only the token's SHA-256 is kept. */
export const staffLink = sqliteTable("staff_link", {
  tokenHash: text("token_hash").primaryKey(),
  userId: text("user_id")
    .notNull()
    .references(() => user.id),
  expiresAt: instant("expires_at").notNull(),
  usedAt: instant("used_at"),
});

/** One try at something that may be guessed, counted against an account, an address, a device or a link; what is secret of these, hashed. */
export const attempt = sqliteTable(
  "attempt",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    bucket: text("bucket").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [index("attempt_bucket").on(t.bucket, t.at)],
);

/** Codes of the second factor that have been used: none is taken twice. */
export const usedCode = sqliteTable(
  "used_code",
  { userId: text("user_id").notNull(), code: text("code").notNull(), at: instant("at").notNull() },
  (t) => [primaryKey({ columns: [t.userId, t.code] })],
);
