import { describe, expect, test } from "vitest";
import { testApp } from "../app.fixture.ts";

const { app, json } = await testApp({ origin: "https://moc2030.example.vn" });

describe("an indicator as a schema.org/Dataset", () => {
  test("states what it measures, its publisher, release and files", async () => {
    const dataset = await json("/indicators/EGDI_RANK/dataset.jsonld?lang=en&release=53");
    expect(dataset).toMatchObject({
      "@context": "https://schema.org",
      "@type": "Dataset",
      "@id": "https://moc2030.example.vn/indicators/EGDI_RANK#dataset",
      name: "Rank in the E-Government Development Index (EGDI)",
      inLanguage: "en",
      version: "53",
      isAccessibleForFree: true,
      temporalCoverage: "2003/2024",
      creator: [{ "@type": "Organization", url: "https://publicadministration.un.org" }],
      license: ["https://publicadministration.un.org"],
    });
    // Required by search engines.
    expect(dataset.description.length).toBeGreaterThan(50);
    expect(dataset.spatialCoverage.name).toMatch(/^Viet Nam and \d+ other economies$/);
    expect(dataset.isBasedOn.length).toBeGreaterThan(0);
  });
  test("links to existing files of the same release, permanently", async () => {
    const { distribution } = await json("/indicators/EGDI_RANK/dataset.jsonld?lang=en&release=53");
    expect(distribution).toHaveLength(5);
    for (const { contentUrl, encodingFormat } of distribution) {
      expect(contentUrl).toMatch(/^https:\/\/moc2030\.example\.vn\/api\/v1\/observations\..*release=53$/);
      const answer = await app.request(contentUrl);
      expect([answer.status, answer.headers.get("x-release")]).toEqual([200, "53"]);
      expect(answer.headers.get("content-type")).toContain(encodingFormat);
    }
  });
  test("exists for every indicator, with or without figures, and for none before it was known", async () => {
    for (const { code } of (await json("/indicators")).items) {
      const dataset = await json(`/indicators/${code}/dataset.jsonld`);
      expect([dataset.identifier, dataset.inLanguage]).toEqual([code, "vi"]);
      expect(JSON.stringify(dataset)).not.toMatch(/undefined|Infinity|NaN/);
    }
    expect(await json("/indicators/EGDI_RANK/dataset.jsonld?asOf=1990-01-01")).toBeNull();
  });
});
