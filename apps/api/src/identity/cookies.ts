import { parse, serialize } from "hono/utils/cookie";

/** `__Host-` binds a cookie to this host over https; browsers also accept it on http://localhost. */
const PREFIX = "__Host-moc2030-";
export const SESSION_COOKIE = `${PREFIX}session`;
/** Set after the password, until the second factor. */
export const CHALLENGE_COOKIE = `${PREFIX}second-factor`;
/** A device from which an account has signed in; one cookie per account. */
export const deviceCookieName = (label: string): string => `${PREFIX}device-${label}`;

/** A Set-Cookie header; `maxAge` in seconds. */
export const setCookie = (name: string, value: string, maxAge: number): string =>
  serialize(name, value, { maxAge, path: "/", secure: true, httpOnly: true, sameSite: "Strict" });

export const clearCookie = (name: string): string => setCookie(name, "", 0);

/** The value of a cookie in a Cookie header. */
export const cookieOf = (cookies: string, name: string): string | undefined => parse(cookies, name)[name];
