import { getByText } from "@testing-library/react";
import { expect, test } from "vitest";
import { aFigure, anAssessment, anIndicator, aTarget } from "../../words/data.fixture.ts";
import { aRequest, open } from "../document.fixture.ts";

test("an edition that has not come is not called one that is never made", async () => {
  const now = { release: { id: 62, publishedAt: "2024-12-30T17:00:00.000Z" }, referenceDate: "2024-12-31" };
  const list = (items: unknown[]) => ({ ...now, items });
  const group = { position: 4, ahead: ["SGP"], missing: [], edition: 2024 };
  const target = aTarget({ year: 2025, kind: "rank_in_group", value: 3, group: "ASEAN" });
  const assessment = anAssessment({ targetYear: 2025, class: "missed", group });
  const said = async (everyYears: number) => {
    const schedule = { everyYears, month: 9, lagYears: 0, link: null, note: null };
    const detail = {
      ...{ ...now, compilers: [], bodies: [], remarks: [], sources: [], components: null },
      indicator: anIndicator({ schedule }),
      documents: [{ id: "D2289", number: "2289/QĐ-TTg", strategy: true }],
      ...{ targets: [target], assessments: [assessment] },
    };
    const answers = {
      "/indicators/GII_RANK": detail,
      "/indicators/GII_RANK/dataset.jsonld": { "@type": "Dataset" },
      [`/targets/${target.id}`]: { ...now, target, assessment, plans: [], history: [] },
      "/observations": list([aFigure(2024, 44)]),
      "/sources": list([]),
      "/areas": list([]),
    };
    const params = { code: "GII_RANK" };
    const request = aRequest("/indicators/GII_RANK?asOf=2024-12-31", answers, { params });
    const { page } = await open("/indicators/:code{[A-Z0-9_]+}", request);
    return getByText(page.body, /^Thứ 4 trong ASEAN theo/).textContent;
  };
  expect(await said(1)).toBe("Thứ 4 trong ASEAN theo ấn bản 2024. Chưa có số của ấn bản 2025.");
  expect(await said(2)).toBe("Thứ 4 trong ASEAN theo ấn bản 2024. Không có ấn bản 2025.");
});
