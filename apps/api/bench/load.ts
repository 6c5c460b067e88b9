import { connect } from "node:net";

/** A request as the bench sends it, over and over. */
export type Shot = { path: string; headers?: Record<string, string>; expect?: number };

const END_OF_HEAD = Buffer.from("\r\n\r\n");

/** Sends `count` requests over one kept-alive connection, one after another, and gives the bytes of one answer. */
async function repeat(port: number, { path, headers = {}, expect = 200 }: Shot, count: number): Promise<number> {
  const lines = Object.entries({ Host: `127.0.0.1:${port}`, ...headers }).map(([name, value]) => `${name}: ${value}`);
  const request = Buffer.from(`GET ${path} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
  const socket = connect(port, "127.0.0.1").setNoDelay(true);
  return new Promise((resolve, reject) => {
    let left = count;
    let missing = -1;
    let head = Buffer.alloc(0);
    let size = 0;
    socket.once("error", reject).once("connect", () => socket.write(request));
    socket.on("data", (chunk) => {
      let body = chunk.length;
      if (missing < 0) {
        head = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
        const end = head.indexOf(END_OF_HEAD);
        if (end < 0) return;
        const text = head.toString("latin1", 0, end);
        const status = Number(text.slice(9, 12));
        if (status !== expect) return void socket.destroy(new Error(`${path}: ${status} instead of ${expect}`));
        size = status === 304 ? 0 : Number(/\r\ncontent-length: (\d+)/i.exec(text)?.[1] ?? 0);
        missing = size;
        body = head.length - end - 4;
        head = Buffer.alloc(0);
      }
      missing -= body;
      if (missing > 0) return;
      missing = -1;
      left -= 1;
      if (left > 0) socket.write(request);
      else socket.end(() => resolve(size));
    });
  });
}

/** Sends `count` requests over as many connections as there are shots, all at once; gives the bytes of one answer. */
export async function fire(port: number, shots: Shot[], count: number): Promise<number> {
  const [size = 0] = await Promise.all(shots.map((shot) => repeat(port, shot, Math.ceil(count / shots.length))));
  return size;
}
