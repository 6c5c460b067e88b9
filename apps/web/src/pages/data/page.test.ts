import { getAllByRole, getByRole, getByText, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { ObservationItem } from "../../client/api.ts";
import { aFigure, anIndicator } from "../../words/data.fixture.ts";
import { type Answers, aRequest, open } from "../document.fixture.ts";

const release = { id: 62, publishedAt: "2026-01-30T17:00:00.000Z" };
const list = (items: unknown[]) => ({ release, referenceDate: "2026-11-21", items });
const coverage = [{ compiler: "WIPO", from: 2000, to: 2029, areas: 1, figures: 30, revisions: 41 }];
/** The API's response to a page of rows. */
const rowsOf = (figures: ObservationItem[]) => (query: URLSearchParams) => {
  const [offset, limit] = [Number(query.get("offset")), Number(query.get("limit"))];
  const compilers = [...new Set(figures.map(({ compiler }) => compiler))];
  return { ...list(figures.slice(offset, offset + limit)), total: figures.length, compilers };
};
const CITED = "/api/v1/observations.csv?area=VNM&release=62";
const answers: Answers = {
  "/indicators": list([anIndicator({ coverage }), anIndicator({ code: "EGDI_RANK", name: "Thứ hạng EGDI" })]),
  "/areas": list([
    { code: "VNM", name: "Việt Nam", kind: "economy" },
    { code: "JPN", name: "Nhật Bản", kind: "economy" },
    { code: "ASEAN", name: "ASEAN", kind: "group", members: [] },
  ]),
  "/compilers": { items: [{ code: "WIPO", name: "WIPO", url: null, terms: null }] },
  "/observations/citation.txt": `Mốc 2030 (2026). Số liệu. ${CITED}\n`,
  "/observations": rowsOf(Array.from({ length: 30 }, (_, i) => aFigure(2000 + i, i))),
};
type Some = Parameters<typeof aRequest>[2];
const data = (address: string, some: Answers = {}, request: Some = {}) =>
  open("/data", aRequest(address, { ...answers, ...some }, request));
const bodyOf = async (...asked: Parameters<typeof data>) => (await data(...asked)).page.body;

/** The URL to which a form would be submitted. */
function sent(form: HTMLFormElement | null | undefined): string {
  const fields = [...(form?.elements ?? [])] as HTMLInputElement[];
  const said = fields.filter(
    ({ name, type, checked }) => name !== "" && type !== "submit" && (type !== "checkbox" || checked),
  );
  return `${form?.getAttribute("action")}?${said.map(({ name, value }) => `${name}=${value}`).join("&")}`;
}
const canonical = async (address: string) => {
  const { answer } = await data(address);
  return "location" in answer ? answer.location : address;
};

test.each([
  "/data",
  "/data?area=JPN,VNM&compiler=WIPO&indicator=GII_RANK",
  "/data?area=ALL&full=true&history=true&include=target&labels=both",
  "/data?asOf=2024-12-31&from=1990&indicator=EGDI_RANK&lang=en&sort=-value&to=2040",
])("the form of %s says what the address does: sent as it is, it leads back there", async (address) => {
  const form = (await bodyOf(address)).querySelector<HTMLFormElement>("form:has(#apply)");
  expect(await canonical(sent(form))).toBe(address);
});

test("a long catalogue is searched by the server: the list has at most sixty, those found and those chosen", async () => {
  const many = Array.from({ length: 300 }, (_, i) =>
    anIndicator({ code: `C_${100 + i}`, name: `Chỉ tiêu ${100 + i}` }),
  );
  const listed = async (address: string) => {
    const body = await bodyOf(address, { "/indicators": list(many) });
    return [...body.querySelectorAll<HTMLInputElement>("#indicator-options input")].map(({ value }) => value);
  };
  expect(await listed("/data")).toHaveLength(60);
  expect(await listed("/data?find=399&indicator=C_250")).toEqual(["C_250", "C_399"]);
  expect(await listed("/data?find=tieu39")).toHaveLength(10);
  const form = (await bodyOf("/data?find=c_39", { "/indicators": list(many) })).querySelector("form:has(#apply)");
  expect(form?.querySelector<HTMLInputElement>("input[name=find]")?.value).toBe("c_39");
});

test("a form's spelling has one address: repeated names as a list, empty fields and the page gone, years in order", async () => {
  expect(await canonical("/data?area=JPN&area=VNM&from=2024&to=2015&indicator=&sort=&page=1")).toBe(
    "/data?area=JPN,VNM&from=2015&to=2024",
  );
});

test("of what is chosen each can be taken out; economies are found by all their names", async () => {
  const body = await bodyOf("/data?area=JPN,VNM&page=2");
  const out = getByRole(body, "link", { name: /^Bỏ ?Nhật Bản$/ });
  expect(out.getAttribute("href")).toBe("/data?area=VNM");
  const box = body.querySelector<HTMLInputElement>("input[name=area][value=JPN]");
  expect(box?.checked).toBe(true);
  expect(box?.closest("li")?.dataset.also?.split("|")).toEqual(expect.arrayContaining(["Japan", "JP"]));
  const shortcut = (name: string) => getByRole(body, "link", { name, hidden: true });
  expect(shortcut("ASEAN").getAttribute("href")).toBe("/data?area=ASEAN");
  expect(shortcut("ASEAN").getAttribute("aria-current")).toBeNull();
  expect(getByRole(await bodyOf("/data"), "link", { current: true, name: "Việt Nam" })).not.toBeNull();
});

test("a heading sorts up, down and back, from the first page on; its way is said", async () => {
  const heading = async (address: string) => {
    const column = getByRole(await bodyOf(address), "columnheader", { name: /^Giá trị/ });
    return [column.getAttribute("aria-sort"), within(column).getByRole("link").getAttribute("href")];
  };
  expect(await heading("/data?page=2")).toEqual([null, "/data?sort=value"]);
  expect(await heading("/data?sort=value")).toEqual(["ascending", "/data?sort=-value"]);
  expect(await heading("/data?sort=-value")).toEqual(["descending", "/data"]);
  const body = await bodyOf("/data?page=2&sort=-value");
  expect(getAllByRole(body, "rowheader")).toHaveLength(5);
  getByText(body, "Dòng 26–30 trong 30");
  expect(getByRole(body, "link", { name: "Trang trước" }).getAttribute("href")).toBe("/data?sort=-value");
});

test("of all rows a page reads its own alone, in the order that its address asks for", async () => {
  const asked: string[] = [];
  const observations = rowsOf(Array.from({ length: 30 }, (_, i) => aFigure(2000 + i, i)));
  const record = (query: URLSearchParams) => {
    asked.push(["sort", "limit", "offset"].map((name) => query.get(name)).join());
    return observations(query);
  };
  const body = await bodyOf("/data?area=ALL&page=2&sort=-area", { "/observations": record });
  expect(getAllByRole(body, "rowheader")).toHaveLength(5);
  expect(asked.splice(0)).toEqual(["-refArea,25,25"]);
  getByText(await bodyOf("/data?page=99", { "/observations": record }), "Dòng 26–30 trong 30");
  expect(asked).toEqual([",25,2450", ",25,25"]);
});

test("the rows are counted before they are taken, as chosen and in all", async () => {
  const body = await bodyOf("/data?history=true&indicator=GII_RANK&page=2");
  getByRole(body, "heading", { name: "30 dòng theo lựa chọn này" });
  const whole = getByRole(body, "link", { name: "Toàn bộ cơ sở dữ liệu: 41 dòng" });
  expect(whole.getAttribute("href")).toBe("/data?full=true&history=true&indicator=GII_RANK&page=2");
  const csv = getByRole(body, "link", { name: "Tải CSV" });
  expect(csv.getAttribute("href")).toBe(
    "/api/v1/observations.csv?indicator=GII_RANK&area=VNM&history=true&release=62&bom=true",
  );
  const full = await bodyOf("/data?full=true&history=true&indicator=GII_RANK");
  expect(getByRole(full, "link", { name: "Tải CSV" }).getAttribute("href")).toBe(
    "/api/v1/observations.csv?history=true&release=62&bom=true",
  );
});

test("what is taken along names the server where it knows its name, and leaves it to a script elsewhere", async () => {
  const link = (body: HTMLElement) => body.querySelector("#lines-link");
  const named = await bodyOf("/data", {}, { origin: "https://moc.example.vn" });
  expect(link(named)?.textContent).toBe("https://moc.example.vn/api/v1/observations.csv?area=VNM&release=62");
  expect(named.querySelector("[data-origin]")).toBeNull();
  const unnamed = await bodyOf("/data");
  expect(unnamed.querySelector("#citation")?.innerHTML).toBe(
    `Mốc 2030 (2026). Số liệu. <span data-origin=""></span>${CITED.replace("&", "&amp;")}`,
  );
  const nameless = link(unnamed);
  expect(nameless?.innerHTML).toBe('<span data-origin=""></span>/api/v1/observations.csv?area=VNM&amp;release=62');
});

test("a selection without figures says so and leads back; one that the API refuses does so too", async () => {
  const none = await bodyOf("/data?from=2040&lang=en&sort=year", { "/observations": rowsOf([]) });
  getByText(none, "No figures match this selection.");
  expect(getByRole(none, "link", { name: "Clear the selection" }).getAttribute("href")).toBe("/data?lang=en&sort=year");
  expect(none.querySelector("#citation")).toBeNull();
  const read = async () =>
    Response.json({ title: "Invalid", detail: "indicator: unknown indicator NOPE" }, { status: 422 });
  const { answer, page } = await data("/data?indicator=NOPE&lang=en", {}, { read });
  expect(answer.status).toBe(422);
  getByText(page.body, /unknown indicator NOPE/);
  expect(getByRole(page.body, "link", { name: "Clear the selection" }).getAttribute("href")).toBe("/data?lang=en");
});

test("before the first release the page says that there is nothing", async () => {
  const body = await bodyOf("/data?asOf=1990-01-01", {
    "/observations": { ...list([]), release: null, total: 0, compilers: [] },
  });
  expect(within(getByRole(body, "main")).getByRole("link").getAttribute("href")).toBe("/data");
});
