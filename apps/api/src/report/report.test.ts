import { appendFileSync, cpSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { emptyFolder, HEAD, NOW, SEED_DIR, seededDb, testApp } from "../app.fixture.ts";
import { openDb } from "../audit/open.ts";
import { testWeb } from "../pages/web.fixture.ts";
import { loadDocuments, loadWriteReport } from "../programs.fixture.ts";
import { loadSeed } from "../seed/load.ts";
import { read, slug, team } from "../submissions/team.fixture.ts";

const origin = "https://moc2030.example.vn";
const AT = `release=${HEAD}`;
const { get, json } = await testApp({ origin });
const OFFICIAL = `/report.docx?asOf=2026-11-20&form=official`;
const letterhead = { parent: "Chính phủ", office: "Bộ Khoa học và Công nghệ", symbol: "BKHCN-CĐS", place: "Hà Nội" };

const partsOf = async (answer: Response | Promise<Response>) => {
  const file = new Uint8Array(await (await answer).arrayBuffer());
  return unzipSync(file);
};
const xmlOf = async (answer: Response | Promise<Response>) =>
  strFromU8((await partsOf(answer))["word/document.xml"] ?? new Uint8Array());
/** The texts of a document, a line a paragraph. */
const textOf = (xml: string) =>
  xml
    .split("</w:p>")
    .map((one) => [...one.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(""))
    .join("\n")
    .replaceAll("&amp;", "&");
const refused = async (path: string) => {
  const answer = await get(path);
  const { errors } = (await answer.json()) as { errors?: { parameter: string }[] };
  return [answer.status, ...(errors ?? []).map((error) => error.parameter)];
};

describe("everybody's summary", () => {
  test("has nothing of an official document, and says that it is none", async () => {
    const text = textOf(await xmlOf(get(`/report.docx?${AT}`)));
    expect(text).toContain("BẢN TỔNG HỢP SỐ LIỆU\n(không phải văn bản hành chính)");
    expect(text).not.toMatch(/CỘNG HÒA|Kính gửi|Nơi nhận|DỰ THẢO|BÁO CÁO/);
    expect(text).not.toMatch(/\[[^\]]*\]/);
    expect((await json(`/report?${AT}`)).open).toBe(0);
  });

  test("names overdue editions first, in the first paragraph and in annex III", async () => {
    const { opening, parts, appendices } = await json("/report?asOf=2026-11-20");
    expect(opening[0]).toMatch(
      /^Lưu ý: đã qua ngày dự kiến công bố, hệ thống chưa có số: Thứ hạng GII ấn bản 2026 \(29\/9\/2026\)/,
    );
    expect(parts[0].blocks[2].text).toMatch(/^Ấn bản 2026: đã qua ngày/);
    expect(JSON.stringify(appendices[2])).toContain("đã qua ngày dự kiến công bố 29/9/2026, hệ thống chưa có số");
    expect(appendices[2].blocks[0].text).toContain("xét đến ngày 20/11/2026");
    // Before that day there is nothing to warn of.
    expect((await json("/report?asOf=2026-09-29")).opening[0]).not.toContain("Thứ hạng GII ấn bản");
  });

  test("calls no figure of a past day overdue whose publication is known to no more than the year, and cites no later source", async () => {
    const { opening, parts, appendices } = await json("/report?asOf=2024-12-31");
    const said = JSON.stringify([opening, parts, appendices]);
    expect(said).toContain("Năm 2022: hệ thống chưa rõ ngày công bố.");
    expect(said).not.toContain("đã qua ngày dự kiến công bố");
    expect(said).not.toMatch(/EGOV_DATA_2024|Theo nguồn đã đọc/);
    expect(said).toContain("Các số liệu còn lại: nguồn đăng sau ngày này.");
  });

  test("of a past day stays the same, byte for byte, when a later release brings what was overdue", async () => {
    const path = "/report.docx?asOf=2026-11-20";
    const folder = emptyFolder();
    cpSync(SEED_DIR, folder, { recursive: true });
    appendFileSync(
      join(folder, "observations/GII_RANK.csv"),
      "WIPO,VNM,2026,41,,A,sourced,139,GII2025-VNA,GII 2026,2026-09,,\n",
    );
    const db = await seededDb();
    expect(await loadSeed(db, folder, NOW)).toEqual({ releases: 1 });
    const later = await testApp({ db, origin });
    const bytes = async (answer: ReturnType<typeof get>) => Buffer.from(await (await answer).arrayBuffer());
    expect((await bytes(get(path))).equals(await bytes(later.get(path)))).toBe(true);
  });

  test("says which verdicts and figures are otherwise than in the report before", async () => {
    const [, changed] = (await json("/report?asOf=2026-11-20&compare=60")).appendices;
    const { items, statuses, from } = await json("/releases/compare?asOf=2026-11-20&from=2025-09-20");
    const tables = changed.blocks.filter(({ kind }: { kind: string }) => kind === "table");
    expect(from.day).toBeDefined();
    expect(tables.length).toBeGreaterThan(0);
    expect(tables[0].rows.length).toBeGreaterThan(0);
    expect(items.length + statuses.length).toBeGreaterThan(0);
    const same = (await json(`/report?${AT}&compare=${HEAD}`)).appendices[1];
    expect(same.blocks).toHaveLength(1);
  });

  test("holds no number that the API does not give at that release", async () => {
    const answers = await Promise.all(
      [
        ...["assessments", "targets", "indicators", "bodies", "compilers", "documents", "orientations", "commitments"],
        ...["milestones", "sources", "targets/track-record", "releases", "observations?area=VNM"],
        ...["GII_RANK", "EGDI_RANK", "GCI_RANK", "DIGITAL_ECONOMY_GDP", "LABOUR_PRODUCTIVITY_GROWTH"].map(
          (code) => `indicators/${code}`,
        ),
      ].map(async (path) => (await get(`/${path}${path.includes("?") ? "&" : "?"}${AT}`)).text()),
    );
    const known = new Set<string>();
    for (const [found] of answers.join(" ").matchAll(/-?\d+(\.\d+)?(e-?\d+)?/g)) {
      const value = Math.abs(Number(found));
      for (const decimals of [0, 1, 2, 3, 4]) known.add(String(Number(value.toFixed(decimals))));
    }
    // "Hạng 72 … từ 73": the rank after a threshold.
    for (const { margin } of (await json(`/assessments?${AT}`)).items)
      for (const bound of Object.values(margin ?? {})) known.add(String(Math.floor(Number(bound)) + 1));
    const text = textOf(await xmlOf(get(`/report.docx?${AT}`)));
    const said = [...text.replace(/https?:\S+/g, "").matchAll(/\d+(,\d+)?/g)].map(([n]) =>
      String(Number(n.replace(",", "."))),
    );
    expect(said.length).toBeGreaterThan(500);
    expect([...new Set(said)].filter((n) => !known.has(n))).toEqual([]);
  });

  test("is a text document with headings, repeated table headings, pictures with words, and a language", async () => {
    const parts = await partsOf(get(`/report.docx?${AT}`));
    const xml = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
    expect(xml.match(/<w:pStyle w:val="Heading2"\/>/g)).toHaveLength(4 + 4);
    const tables = xml.split("<w:tbl>").slice(1);
    expect(tables.length).toBeGreaterThan(5);
    expect(tables.every((one) => /<w:tblHeader\/>/.test(one) && /<w:tblCaption /.test(one))).toBe(true);
    const described = [...xml.matchAll(/<wp:docPr [^>]*descr="([^"]+)"/g)].map(([, words]) => words ?? "");
    expect(described).toHaveLength(5);
    expect(described.every((words) => words.length > 60)).toBe(true);
    expect(Object.keys(parts).filter((name) => name.endsWith(".png"))).toHaveLength(5);
    expect(strFromU8(parts["word/styles.xml"] ?? new Uint8Array())).toContain('<w:lang w:val="vi-VN"/>');
    expect(xml.match(/w:orient="landscape"/g)).toHaveLength(4);
    expect(xml.match(/<w:pgNumType w:start="1"\/><w:titlePg\/>/g)).toHaveLength(5);
  });

  test("has its tables as a workbook, numbers as numbers", async () => {
    const answer = await get(`/report.xlsx?${AT}`);
    expect(answer.headers.get("content-disposition")).toContain(`moc2030_report_2026_r${HEAD}.xlsx`);
    const parts = await partsOf(answer);
    const book = strFromU8(parts["xl/workbook.xml"] ?? new Uint8Array());
    expect([...book.matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => name)).toContain("Phụ lục I");
    expect(strFromU8(parts["xl/worksheets/sheet2.xml"] ?? new Uint8Array())).toMatch(/<v>14\.02<\/v>/);
  });

  test.each([
    ["period=2027", [422, "period"]],
    ["period=2020", [422, "period"]],
    ["period=2026-H2", [422, "period"]],
    ["period=26", [422, "period"]],
    [`release=40&compare=41`, [422, "compare"]],
    ["compare=99999", [422, "compare"]],
    ["release=99999", [422, "release"]],
    ["lang=fr", [422, "lang"]],
    ["to=x", [422, "to"]],
    ["form=other", [422, "form"]],
    ["asOf=2005-01-01", [404]],
    ["nonsense=1", [422, "nonsense"]],
  ])("refuses %s", async (query, expected) => {
    for (const ending of ["", ".docx", ".xlsx"]) expect(await refused(`/report${ending}?${query}`)).toEqual(expected);
  });

  test("is not there before anything is published", async () => {
    const empty = await testApp({ db: await openDb(`${emptyFolder()}/moc2030.sqlite`, NOW) });
    expect((await empty.get("/report")).status).toBe(404);
    expect((await empty.get("/report.docx")).status).toBe(404);
  });

  test("is written once for a hundred who ask at a time", async () => {
    const write = await loadWriteReport();
    let written = 0;
    const own = await testApp({
      writeReport: (...asked) => {
        written += 1;
        return write(...asked);
      },
    });
    const answers = await Promise.all(Array.from({ length: 100 }, () => own.get(`/report.docx?${AT}`)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(written).toBe(1);
  });

  test("is written one at a time; of a hundred different ones forty wait and the rest are refused, by the page too", async () => {
    const write = await loadWriteReport();
    let end = () => {};
    const gate = new Promise<void>((_, fail) => {
      end = () => fail(new Error("broken"));
    });
    let [writing, most] = [0, 0];
    const own = await testApp({
      web: testWeb({ documents: await loadDocuments() }),
      writeReport: async (...asked) => {
        most = Math.max(most, ++writing);
        await gate.finally(() => writing--);
        return write(...asked);
      },
    });
    const days = Array.from({ length: 100 }, (_, at) => `2026-0${1 + (at % 9)}-${10 + Math.floor(at / 9)}`);
    const reports = days.map((day) => own.get(`/report?asOf=${day}`));
    const firstRefused = await Promise.any(
      reports.map(async (one) => ((await one).status === 503 ? one : Promise.reject())),
    );
    expect(firstRefused.headers.get("retry-after")).toBe("60");
    expect((await firstRefused.json()).type).toBe("urn:moc2030:problem:busy");
    expect((await own.get("/indicators/EGDI_RANK")).status).toBe(200);
    const page = await own.app.request("/report?asOf=2025-05-05");
    expect([page.status, page.headers.get("retry-after")]).toEqual([503, "60"]);
    // Those that wait fail in turn, and give their places on.
    end();
    const statuses = (await Promise.all(reports)).map(({ status }) => status);
    expect([most, statuses.filter((one) => one === 503).length, statuses.filter((one) => one === 500).length]).toEqual([
      ...[1, 59, 41],
    ]);
  });
});

describe("the draft of an official report", () => {
  const official = team({ letterhead });
  test("is for who is signed in; others are shown the summary", async () => {
    const t = await team({ letterhead });
    for (const ending of ["", ".docx", ".xlsx"]) {
      const answer = await t.ask("GET", OFFICIAL.replace(".docx", ending));
      expect(answer.status).toBe(403);
      expect((await read(answer)).detail).toContain(`/api/v1/report${ending}?asOf=2026-11-20`);
    }
    // Nor is anybody signed in where sign-in is not served, or on a page, which is drawn for everybody.
    const own = await testApp({ web: testWeb({ documents: await loadDocuments() }) });
    expect(await slug(own.get(OFFICIAL))).toBe("forbidden");
    const page = await own.app.request("/report?asOf=2026-11-20&form=official");
    const shown = await page.text();
    expect([
      page.status,
      shown.includes("for staff who are signed in"),
      shown.includes('href="/report?asOf=2026-11-20"'),
    ]).toEqual([403, true, true]);
    const answer = await t.lan.get(OFFICIAL);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    // What was made for one of them is not kept for everybody.
    expect((await t.ask("GET", OFFICIAL)).status).toBe(403);
  });

  test("has the parts of Decree 30/2020, from settings and parameters; what is not known is open", async () => {
    const t = await team({ letterhead });
    const text = textOf(await xmlOf(t.lan.get(OFFICIAL)));
    for (const part of [
      "CHÍNH PHỦ",
      "BỘ KHOA HỌC VÀ CÔNG NGHỆ",
      "Số:      /BC-BKHCN",
      "DỰ THẢO",
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Độc lập - Tự do - Hạnh phúc",
      "Hà Nội, ngày [..] tháng [..] năm [....]",
      "BÁO CÁO",
      "Kính gửi: [nơi nhận báo cáo].",
      "[Căn cứ …]",
      "I. CHỈ ĐẠO, TRIỂN KHAI",
      "VI. KIẾN NGHỊ",
      "- Như trên;",
      "(Kèm theo Báo cáo số [số]/BC-BKHCN ngày [..] tháng [..] năm [....] của Bộ Khoa học và Công nghệ)",
    ])
      expect(text.split("\n")).toContain(part);
    expect(text).toMatch(/\[Đề nghị xem xét thay mục tiêu [^\]]*GCI: ITU không còn xếp hạng\]/);
    const told = textOf(await xmlOf(t.lan.get(`${OFFICIAL}&number=12&date=2026-12-01&to=Thủ tướng Chính phủ`)));
    expect(told).toContain("Số: 12/BC-BKHCN");
    expect(textOf(await xmlOf(t.lan.get(`${OFFICIAL}&number=7`)))).toContain("Số: 07/BC-BKHCN");
    expect(told).toContain("Hà Nội, ngày 01 tháng 12 năm 2026");
    expect(told).toContain("Kính gửi: Thủ tướng Chính phủ.");
  });

  test("counts and marks every open place", async () => {
    const t = await team({ letterhead });
    const xml = await xmlOf(t.lan.get(OFFICIAL));
    const marked = xml.match(/<w:highlight /g)?.length;
    expect(textOf(xml).match(/\[[^\]]*\]/g)).toHaveLength(marked ?? 0);
    const draft = await read(t.lan.get(OFFICIAL.replace(".docx", "")));
    const { open } = draft;
    expect(open).toBe(marked);
    // Whoever shows it otherwise than on paper has every one of them too; that of the annexes is given once.
    const said: string[] = [];
    JSON.stringify(draft, (_, value) => {
      if (typeof value === "string") said.push(value);
      return value;
    });
    const countOf = (texts: string[]) => texts.join("\n").match(/\[[^[\]]*\]/g)?.length ?? 0;
    expect(countOf(said) + countOf([draft.frame.underAppendix]) * (draft.appendices.length - 1)).toBe(open);
    const filled = await read(t.lan.get(`${OFFICIAL.replace(".docx", "")}&to=Thủ tướng`));
    expect(filled.open).toBe(open - 1);
  });

  test("is cleaned and bounded where somebody types, and is in Vietnamese alone", async () => {
    const t = await team({ letterhead });
    const to = encodeURIComponent(`  Bộ </w:t>  "&`);
    const text = textOf(await xmlOf(t.lan.get(`${OFFICIAL}&to=${to}`)));
    expect(await slug(t.lan.get(`${OFFICIAL}&to=${encodeURIComponent("Bộ\u202e")}`))).toBe("invalid");
    expect(text).toMatch(/Kính gửi: Bộ &lt;\/w:t&gt; {2}&quot;&\./);
    expect(await slug(t.lan.get(`${OFFICIAL}&to=${"x".repeat(201)}`))).toBe("invalid");
    expect(await slug(t.lan.get(`${OFFICIAL}&lang=en`))).toBe("invalid");
    expect(await slug(t.lan.get(`${OFFICIAL}&date=2026-02-30`))).toBe("invalid");
  });

  test.each([
    ["number=99/BC-XYZ", "number", "expected the number alone, such as 12: its symbol comes from the settings"],
    ["number=0", "number", "expected the number alone, such as 12: its symbol comes from the settings"],
    ["date=9999-12-31", "date", "expected a day from 2026-11-20, that of the data, to 2027-11-20"],
    ["date=2026-11-19", "date", "expected a day from 2026-11-20, that of the data, to 2027-11-20"],
    ["to=[abc", "to", "expected no square brackets: they mark what is left open"],
    ["to=%00a", "to", "hidden character U+0000 at position 1"],
  ])("refuses %s by name", async (query, parameter, detail) => {
    const t = await official;
    const answer = await t.lan.get(`${OFFICIAL}&${query}`);
    expect([answer.status, (await read(answer)).errors]).toEqual([422, [{ parameter, detail }]]);
  });

  test("keeps its signature with its last words, and ends no section with a line that could begin a page", async () => {
    const t = await official;
    const xml = await xmlOf(t.lan.get(OFFICIAL));
    const [body = ""] = xml.split("<w:sectPr>");
    const [before = "", foot = ""] = [
      body.slice(0, body.lastIndexOf("<w:tbl>")),
      body.slice(body.lastIndexOf("<w:tbl>")),
    ];
    expect(foot).toContain("Nơi nhận");
    const last = before.split("</w:p>").slice(-4, -1);
    expect(last.map((one) => one.includes("<w:keepNext/>"))).toEqual([true, true, true]);
    const ends = [...xml.matchAll(/<w:p><w:pPr>((?:(?!<\/w:p>).)*?)<w:sectPr>/g)].map(([, own]) => own);
    expect(ends).toHaveLength(4);
    for (const end of ends) expect(end).toContain('w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/>');
  });

  test("has the same bytes for the same parameters and settings", async () => {
    const t = await team({ letterhead });
    const bytes = async () => Buffer.from(await (await t.lan.get(OFFICIAL)).arrayBuffer()).toString("base64");
    const first = await bytes();
    const again = await team({ letterhead });
    expect(Buffer.from(await (await again.lan.get(OFFICIAL)).arrayBuffer()).toString("base64")).toBe(first);
  });
});
