import { BlockList, isIP } from "node:net";
import type { Context } from "hono";
import type { Env } from "./env.ts";

/** Only the end of X-Forwarded-For is read: that is what the nearest proxies appended. */
const MAX_LENGTH = 2000;

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet("127.0.0.0", 8);
LOOPBACK.addAddress("::1", "ipv6");

const familyOf = (address: string) => (isIP(address) === 6 ? "ipv6" : "ipv4");
const isAmong = (list: BlockList, address: string) => isIP(address) !== 0 && list.check(address, familyOf(address));
/** Unwraps an IPv4-mapped IPv6 address. */
const unwrapIpv4 = (address: string) => (/^::ffff:[\d.]+$/i.test(address) ? address.slice(7) : address);

export const isLoopback = (address: string): boolean => isAmong(LOOPBACK, unwrapIpv4(address));

/**
 * Parses `TRUSTED_PROXY`: a comma-separated list of addresses, networks such as `10.0.0.0/8`, or `loopback`; null if
 * invalid.
 */
export function parseProxies(text: string): BlockList | null {
  const list = new BlockList();
  for (const part of text.split(",").map((one) => one.trim())) {
    if (part === "loopback") {
      list.addSubnet("127.0.0.0", 8);
      list.addAddress("::1", "ipv6");
      continue;
    }
    const [address = "", bits, more] = part.split("/");
    const width = isIP(address) === 6 ? 128 : 32;
    if (isIP(address) === 0 || more !== undefined) return null;
    if (bits !== undefined && !(/^\d{1,3}$/.test(bits) && Number(bits) <= width)) return null;
    if (bits === undefined) list.addAddress(address, familyOf(address));
    else list.addSubnet(address, Number(bits), familyOf(address));
  }
  return list;
}

/** The socket's remote address, or `unknown` without a socket. */
export const peerAddress = (c: Context): string =>
  unwrapIpv4(
    (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket?.remoteAddress ??
      "unknown",
  );

export const isTrustedPeer = (c: Context<Env>): boolean => isAmong(c.var.trusted, peerAddress(c));

/** The address of a hop, with or without a port. */
function addressIn(hop: string): string | undefined {
  const text = hop.trim();
  const bare = /^\[([^\]]*)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text;
  return isIP(bare) === 0 ? undefined : unwrapIpv4(bare);
}

/**
 * The nearest hop of X-Forwarded-For that is not a trusted proxy, or the peer. Used for rate limits, sessions and audit
 * alike.
 */
export function clientAddress(c: Context<Env>): string {
  let client = peerAddress(c);
  const hops = (c.req.header("x-forwarded-for") ?? "").slice(-MAX_LENGTH).split(",");
  while (isAmong(c.var.trusted, client)) {
    const next = addressIn(hops.pop() ?? "");
    if (!next) return client;
    client = next;
  }
  return client;
}

/** Whether a request carries a header that proxies add. */
export const isForwarded = (c: Context): boolean =>
  Object.keys(c.req.header()).some((name) => /^(x-forwarded-|forwarded$|x-real-ip$|via$)/.test(name));
