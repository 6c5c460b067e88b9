import { parse, serialize } from "hono/utils/cookie";

/** `__Host-` binds a cookie to this very host over https; browsers take it on loopback over http too. */
const PREFIX = "__Host-moc2030-";
/** The cookie of an open session. */
export const SESSION_COOKIE = `${PREFIX}session`;
/** The cookie that says a password was right and a second factor is awaited. */
export const CHALLENGE_COOKIE = `${PREFIX}second-factor`;
/** The cookie of a device from which an account has signed in; one for each account. */
export const deviceCookieName = (label: string): string => `${PREFIX}device-${label}`;

/** The text of a Set-Cookie header, good for `maxAge` seconds. */
export const setCookie = (name: string, value: string, maxAge: number): string =>
  serialize(name, value, { maxAge, path: "/", secure: true, httpOnly: true, sameSite: "Strict" });

/** The text that takes a cookie away. */
export const endCookie = (name: string): string => setCookie(name, "", 0);

/** The value of a cookie in a request's Cookie header. */
export const cookieOf = (cookies: string, name: string): string | undefined => parse(cookies, name)[name];
