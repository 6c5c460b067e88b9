import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { twoFactor } from "better-auth/plugins";
import type { StaffDb } from "./open.ts";
import { hashPassword, verifyPassword } from "./passwords.ts";
import * as schema from "./schema.ts";

/** A session ends after this long without a request … */
const IDLE_SECONDS = 60 * 60;
/** … and after this long whatever happens. */
export const ABSOLUTE_SECONDS = 12 * 60 * 60;
/** Where the socket's address is handed to the library: a name that no proxy sets, on headers made from nothing. */
export const ADDRESS_HEADER = "x-moc2030-address";
export const ISSUER = "Mốc 2030";

/** `__Host-` binds a cookie to this very host over https; browsers take it on loopback over http too. */
const cookie = (name: string) => ({
  name: `__Host-moc2030-${name}`,
  attributes: { secure: true, httpOnly: true, sameSite: "strict" as const, path: "/" },
});
/** The cookie that says a password was right and a second factor is awaited. */
export const TWO_FACTOR_COOKIE = cookie("second-factor").name;

/** The sign-in library, set up. It is only ever called from our own routes: its HTTP handler is not mounted. */
export function createAuth({ orm }: Pick<StaffDb, "orm">, secret: string, origin: string) {
  return betterAuth({
    appName: ISSUER,
    baseURL: origin,
    secret,
    database: drizzleAdapter(orm, { provider: "sqlite", schema }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 512,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    user: {
      additionalFields: {
        role: { type: "string", required: true, input: false },
        disabledAt: { type: "date", required: false, input: false },
      },
    },
    session: { expiresIn: IDLE_SECONDS, updateAge: 60, cookieCache: { enabled: false } },
    // Counted in the database instead, per account and address (limits.ts).
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      useSecureCookies: false,
      cookies: {
        session_token: cookie("session"),
        session_data: cookie("session-data"),
        account_data: cookie("account-data"),
        dont_remember: cookie("dont-remember"),
        two_factor: cookie("second-factor"),
        trust_device: cookie("trust-device"),
      },
      defaultCookieAttributes: { secure: true, httpOnly: true, sameSite: "strict" },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    plugins: [
      twoFactor({ issuer: ISSUER, twoFactorCookieMaxAge: 600, backupCodeOptions: { storeBackupCodes: "encrypted" } }),
    ],
  });
}
export type Auth = ReturnType<typeof createAuth>;
