import { once } from "node:events";
import { connect } from "node:net";

/** Asks for a file, and takes some of it only when told to; `rest` takes all that is left. */
export async function slowReader(port: number, path: string) {
  const socket = connect({ port, host: "127.0.0.1" });
  const parts: Buffer[] = [];
  socket.on("data", (part: Buffer) => {
    parts.push(part);
    socket.pause();
  });
  let isOver = false;
  const closed = once(socket, "close").finally(() => {
    isOver = true;
  });
  socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`);
  await once(socket, "data");
  return {
    isOver: () => isOver,
    takeSome: () => socket.resume(),
    /** Whether the file came, with as many bytes as were announced. */
    async rest(): Promise<boolean> {
      socket.removeAllListeners("data").on("data", (part: Buffer) => parts.push(part));
      socket.resume();
      await closed;
      const all = Buffer.concat(parts);
      const end = all.indexOf("\r\n\r\n");
      const head = all.toString("latin1", 0, end);
      const announced = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
      // In chunks, the last one is empty.
      const isWhole = announced
        ? all.length - end - 4 === Number(announced)
        : all.subarray(-5).equals(Buffer.from("0\r\n\r\n"));
      return head.startsWith("HTTP/1.1 200 ") && isWhole;
    },
  };
}
