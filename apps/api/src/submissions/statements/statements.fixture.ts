import { expect } from "vitest";
import type { Db } from "../../db/database.ts";
import { queryScalar } from "../../db/raw.fixture.ts";
import { aDocx } from "../evidence/final-text.fixture.ts";
import { hashOf } from "../evidence/store.ts";
import { type Json, read, type team } from "../team.fixture.ts";

type Team = Awaited<ReturnType<typeof team>>;

/** Lan's draft of some statements. */
export async function state(t: Team, ...statements: Json[]) {
  const answer = await t.lan.post("/submissions", { title: "Công văn tháng 11", statements });
  expect([answer.status, answer.status === 200 ? "" : await answer.clone().text()]).toEqual([200, ""]);
  return read(answer);
}

/** A letter of the responsible ministry on an assessment of a target. */
export const remark = {
  kind: "remark",
  subject: "D2289-2030-GII_RANK",
  content: {
    body: "MOST",
    assessedRelease: 62,
    text: { vi: "Bộ đang rà soát các chỉ số thành phần.\nBáo cáo trong quý I/2027.", en: "The ministry is reviewing." },
    letter: { number: "123/BKHCN-ĐMST", date: "2026-11-18" },
    person: "Nguyễn Văn An, Vụ trưởng",
  },
};

/** A duty of the affiliate centre, read in a source that is not listed yet. */
export const duty = {
  kind: "commitment",
  subject: "affiliate-two-areas",
  content: { state: "in_progress", checkedOn: "2026-11-20", place: "Mục 2", note: { vi: "Mới có một lĩnh vực" } },
  newSource: {
    title: "Báo cáo hoạt động năm 2026",
    publisher: "Bộ Khoa học và Công nghệ",
    kind: "government",
    date: "2026-11-10",
    url: null,
  },
};

/** An orientation, and a firm's proposal, read in listed sources. */
export const orientation = {
  kind: "orientation",
  subject: "D2289-cooperation",
  content: { state: "done", source: "C4IR-2511", checkedOn: "2026-11-20" },
};
export const trial = {
  kind: "trial",
  subject: "viettel-2020",
  content: { state: "trial", source: "C4IR-2511", checkedOn: "2026-11-20", legalBasis: { vi: "Nghị định số …" } },
};

/** The words of a target as read in the signed text, which is not listed yet; without the scan that it needs. */
export const readWords = {
  kind: "verbatim",
  subject: "D2289-2030-GII_RANK",
  content: {
    wording: { vi: "duy trì xếp hạng GII thuộc nhóm 40 nước dẫn đầu", en: "keep the GII rank among the 40 leaders" },
    ...{ clause: "Mục II.2.b", page: 3, checkedOn: "2026-11-20" },
  },
  newSource: {
    ...{ title: "Quyết định số 2289/QĐ-TTg, bản đã ký", publisher: "Văn phòng Chính phủ", kind: "legal_text" },
    ...{ date: "2020-12-31", url: null },
  },
};
/** An error of our own on the page of a headline indicator, put right in release 62. */
export const correction = {
  kind: "correction",
  subject: "2026-11-21-a1b2",
  content: {
    indicators: ["GII_RANK"],
    pages: ["/strategy"],
    wrong: { vi: "GII 2025: hạng 45/139", en: "GII 2025: rank 45/139" },
    right: { vi: "GII 2025: hạng 44/139" },
    why: { vi: "Chép nhầm dòng của bảng xếp hạng." },
    wrongSince: 60,
    rightSince: 62,
  },
};

/** What is answered about a figure of the seed that its compiler revised. */
export const explanation = {
  kind: "explanation",
  subject: "DIGITAL_ECONOMY_GDP-NSO-2023",
  content: {
    revisedIn: 0,
    used: { vi: "Báo cáo số 12/BC-BKHCN ngày 20/12/2024" },
    answer: { vi: "Số 12,33 là số sơ bộ; từ nay dùng số 12,87." },
  },
};
/** The release of that revision in a database with the seed. */
export const revisedIn = async (db: Db): Promise<number> =>
  Number(
    await queryScalar(
      db,
      `SELECT max(release_id) FROM observation_revision
       WHERE indicator = 'DIGITAL_ECONOMY_GDP' AND compiler = 'NSO' AND ref_area = 'VNM' AND time_period = 2023`,
    ),
  );

/** The final text and the signed paper of a report, which its statement needs. */
export const PAPERS = { text: aDocx(), signed: new TextEncoder().encode("%PDF-1.7\nBC 12\n%%EOF") };
/** A report that was signed, on the data of release 62. */
export const report = {
  kind: "report",
  subject: "2026-11-20-12-BC-BKHCN",
  content: { number: "12/BC-BKHCN", date: "2026-11-20", period: "2026", dataRelease: 62, dataDay: "2026-11-19" },
  evidence: Object.values(PAPERS).map(hashOf),
};
