import { send } from "../session/client.ts";
import { type Submission, submissionPath } from "../submissions/reads.ts";

const MAX_TITLE = 200;

/** Opens a draft, empty unless told; a title is cut to the length that the API takes. */
export const openDraft = (title: string, content: object = { items: [] }): Promise<Submission> =>
  send(submissionPath.all(), {
    method: "POST",
    json: { title: title.slice(0, MAX_TITLE), ...content },
    key: crypto.randomUUID(),
  });
