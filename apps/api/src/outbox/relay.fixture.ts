import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export type Received = { to: string[]; text: string };
const open: SMTPServer[] = [];

/** Closes the relays of a test. */
export function closeRelays() {
  for (const relay of open.splice(0)) relay.close();
}

/** A relay on this machine that keeps what it gets; `refuses` answers every recipient with an error while it is true. */
export async function openRelay() {
  const box: Received[] = [];
  const relay = { box, refuses: false, port: 0 };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onRcptTo: (_, __, done) => done(relay.refuses ? new Error("mailbox unavailable") : null),
    onData: (stream, session, done) => {
      let text = "";
      stream.setEncoding("utf8").on("data", (part: string) => (text += part));
      stream.on("end", () => {
        box.push({ to: session.envelope.rcptTo.map(({ address }) => address), text });
        done();
      });
    },
  });
  open.push(server);
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  relay.port = (server.server.address() as AddressInfo).port;
  return relay;
}
/** Headers and body of a mail, decoded. */
export const decoded = ({ text }: Received): string => {
  const subject = [...text.matchAll(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi)].map(([, kind, part = ""]) =>
    kind?.toUpperCase() === "B" ? Buffer.from(part, "base64").toString() : fromQuoted(part.replaceAll("_", " ")),
  );
  const [head = "", ...body] = text.split("\r\n\r\n");
  const said = /base64/i.test(head) ? Buffer.from(body.join(""), "base64").toString() : fromQuoted(body.join("\n\n"));
  const plain = /^Subject: (?!=\?)(.*)$/m.exec(head)?.[1] ?? "";
  return `${plain}${subject.join("")}\n${said}`;
};
const fromQuoted = (text: string) =>
  Buffer.from(
    text.replace(/=\r?\n/g, "").replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  ).toString();
