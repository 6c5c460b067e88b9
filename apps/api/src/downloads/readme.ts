import type { About } from "./about.ts";
import { columnWords, LICENCE, statuses } from "./words.ts";

const words = {
  vi: {
    asked: "Điều kiện lọc",
    all: "(không lọc)",
    release: "Đợt cập nhật",
    of: "ngày",
    reference: "Ngày tham chiếu (thành viên của nhóm, đánh giá)",
    none: "(trước đợt cập nhật đầu tiên)",
    cite: "Trích dẫn",
    link: "Liên kết này luôn cho đúng tệp này",
    licence: "Giấy phép và điều khoản của cơ quan công bố",
    editions: "Ấn bản gần nhất và sắp tới",
    edition: ["chỉ tiêu", "gần nhất", "công bố", "sắp tới", "trước cuối tháng"],
    files: "Các tệp",
    data: "số liệu",
    sources: "nguồn được trích dẫn",
    targets: "mục tiêu của các chỉ tiêu này",
    descriptor: "mô tả cho máy đọc (Data Package)",
    columns: "Cột của data.csv",
    flags: "Mã OBS_STATUS",
    missing: "Ô trống là thiếu; OBS_STATUS nói vì sao. Số 0 là số 0.",
    csv: "CSV theo RFC 4180, UTF-8, dấu phẩy giữa các ô, dấu chấm thập phân.",
  },
  en: {
    asked: "What was asked for",
    all: "(not asked for)",
    release: "Release",
    of: "of",
    reference: "Reference date (members of groups, assessments)",
    none: "(before the first release)",
    cite: "Citation",
    link: "This link gives this very file, always",
    licence: "Licence, and terms of the publishers",
    editions: "Last and next editions",
    edition: ["indicator", "last", "published", "next", "by the end of"],
    files: "Files",
    data: "the figures",
    sources: "the sources that are cited",
    targets: "the targets of these indicators",
    descriptor: "the description for machines (Data Package)",
    columns: "Columns of data.csv",
    flags: "Codes of OBS_STATUS",
    missing: "An empty field is missing; OBS_STATUS says why. A zero is a zero.",
    csv: "CSV as in RFC 4180, UTF-8, commas between fields, decimal points.",
  },
};

const row = (cells: (string | number | null | undefined)[]) =>
  `| ${cells
    .map((cell) =>
      String(cell ?? "")
        .replaceAll("|", "\\|")
        .replace(/\s+/g, (space) => (/[\r\n]/.test(space) ? " " : space)),
    )
    .join(" | ")} |`;
const table = (head: string[], rows: (string | number | null | undefined)[][]) => [
  row(head),
  row(head.map(() => "---")),
  ...rows.map(row),
];

/** The README of a bundle: query, release, terms, citation and editions. */
export function readme(about: About, columns: string[]): string {
  const w = words[about.lang];
  const lines = [
    `# ${about.title}`,
    "",
    `${w.release}: ${about.release ? `${about.release.id}, ${w.of} ${about.release.day}` : w.none}`,
    ...(about.referenceDate ? ["", `${w.reference}: ${about.referenceDate}`] : []),
    ...["", `## ${w.asked}`, ""],
    ...about.filters.map(([name, value]) => `- \`${name}\`: ${value ?? w.all}`),
    ...["", `## ${w.cite}`, "", about.citation, "", `${w.link}: ${about.link}`],
    ...["", `## ${w.licence}`, "", LICENCE[about.lang], ""],
    ...about.compilers.map((c) => `- ${c.code}: ${c.name[about.lang]}. ${c.terms[about.lang]}`),
    ...["", `## ${w.editions}`, ""],
    ...table(
      w.edition,
      about.indicators.map(({ code, name, editions: { last, next } }) => [
        `${code} (${name[about.lang]})`,
        ...[last?.timePeriod, last?.published, next?.timePeriod, next?.by],
      ]),
    ),
    ...["", `## ${w.files}`, "", w.csv, ""],
    ...[`- \`data.csv\`: ${w.data}`, `- \`sources.csv\`: ${w.sources}`, `- \`targets.csv\`: ${w.targets}`],
    `- \`datapackage.json\`: ${w.descriptor}`,
    ...["", `## ${w.columns}`, "", w.missing, ""],
    ...columns.map((name) => `- \`${name}\`: ${columnWords[name]?.words[about.lang] ?? ""}`),
    ...["", `## ${w.flags}`, ""],
    ...Object.entries(statuses).map(([code, { meaning }]) => `- \`${code}\`: ${meaning[about.lang]}`),
  ];
  return `${lines.join("\n")}\n`;
}
