import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";

/**
 * A whole answer. Not by fetch, which throws past us when a connection ends while another program holds this process
 * (Node 24), and not over one that is kept.
 */
export async function taken(address: string): Promise<Buffer> {
  const [answer] = (await once(get(address, { agent: false }), "response")) as [IncomingMessage];
  const body = Buffer.concat(await answer.toArray());
  if (answer.statusCode !== 200) throw new Error(`${address}: ${answer.statusCode} ${body}`);
  return body;
}
