import { useQuery } from "@tanstack/react-query";
import type { StartSearch } from "../../address/search.ts";
import { useView } from "../../address/view.tsx";
import * as api from "../../client/api.ts";
import { freshRead } from "../session/client.ts";
import { type Enquiry, enquiriesRead } from "./reads.ts";

/** A letter with figures: who sent it, by name, number, day, its scans, and the enquiry that it answers. */
export type Letter = {
  body: string;
  number: string;
  day: string;
  files: Enquiry["events"][number]["files"];
  enquiry: Enquiry | null;
};

/** The letter that an address names: the last answer to an enquiry, or one by sender, number and day. Null for none, undefined while it loads. */
export function useLetter({ enquiry: id, body, number = "", day = "" }: StartSearch): Letter | null | undefined {
  const view = useView();
  const isOne = id !== undefined || body !== undefined;
  const bodies = useQuery({ ...api.bodies(view), enabled: isOne }).data?.items;
  const enquiries = useQuery({ ...enquiriesRead(view.lang), ...freshRead, enabled: id !== undefined }).data?.items;
  if (!isOne) return null;
  if (!bodies || (id !== undefined && !enquiries)) return undefined;
  const nameOf = (code: string) => bodies.find((one) => one.id === code)?.name;
  if (id === undefined) return { body: nameOf(body ?? "") ?? "", number, day, files: [], enquiry: null };
  const enquiry = enquiries?.find((one) => String(one.id) === id);
  const answer = enquiry?.events.findLast(({ kind }) => kind === "received");
  if (!enquiry || !answer) return null;
  const { files, on } = answer;
  return { body: nameOf(enquiry.body) ?? enquiry.bodyName, number: answer.number ?? "", day: on, files, enquiry };
}
