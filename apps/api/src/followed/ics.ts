/** An all-day event. `day`: YYYY-MM-DD; `stamp`: when it was last changed, an instant in UTC. */
export type DayEvent = {
  uid: string;
  day: string;
  summary: string;
  description: string;
  url: string | null;
  sequence: number;
  stamp: string;
};

/** The most octets of a line, its end not counted (RFC 5545, 3.1). */
const MAX_OCTETS = 75;

/** A line in pieces of at most 75 octets, never within a character; those after the first begin with a space. */
export function foldedLine(line: string): string {
  const pieces = [""];
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > MAX_OCTETS) {
      pieces.push(" ");
      octets = 1;
    }
    pieces[pieces.length - 1] += character;
    octets += size;
  }
  return pieces.join("\r\n");
}

/** A value of type TEXT (RFC 5545, 3.3.11). */
export const textValue = (text: string): string =>
  text.replace(/[\\;,]/g, (special) => `\\${special}`).replace(/\r\n?|\n/g, "\\n");

/** 2026-09-29 and 2026-09-29T05:00:00.000Z in the basic form of ISO 8601, to the second. */
const basic = (iso: string): string => iso.replace(/\.\d+/, "").replace(/[-:]/g, "");

/** A calendar of all-day events as iCalendar, in the order given. `language`: that of its texts. */
export function icsText(name: string, language: string, events: readonly DayEvent[]): string {
  const lines = [
    ...["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:-//Moc 2030//Calendar//${language.toUpperCase()}`],
    ...["CALSCALE:GREGORIAN", `NAME:${textValue(name)}`, `X-WR-CALNAME:${textValue(name)}`],
    "REFRESH-INTERVAL;VALUE=DURATION:P1D",
    ...events.flatMap(({ uid, day, summary, description, url, sequence, stamp }) => [
      ...["BEGIN:VEVENT", `UID:${textValue(uid)}`, `DTSTAMP:${basic(stamp)}`, `SEQUENCE:${sequence}`],
      ...[`DTSTART;VALUE=DATE:${basic(day)}`, `SUMMARY;LANGUAGE=${language}:${textValue(summary)}`],
      `DESCRIPTION;LANGUAGE=${language}:${textValue(description)}`,
      ...(url === null ? [] : [`URL:${url}`]),
      ...["TRANSP:TRANSPARENT", "END:VEVENT"],
    ]),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${foldedLine(line)}\r\n`).join("");
}
