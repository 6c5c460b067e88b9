/** Source files, the tests that must detect mutants in them, and the required score. */
export interface Part {
  source: string[];
  tests: string[];
  bar: number;
  /** Size of the sample; all mutants if absent. */
  drawn?: number;
}

export const SEED = "2289";
const API = "apps/api/src";
const room = (name: string, ...others: string[]): Part => ({
  source: [`${API}/${name}/**/*.ts`, `!${API}/${name}/**/*.{test,fixture,model}.ts`],
  tests: [name, "contract.test.ts", ...others].map((of) =>
    of.includes(".") ? `${API}/${of}` : `${API}/${of}/**/*.test.ts`,
  ),
  bar: 75,
  drawn: 150,
});

export const PARTS: Record<string, Part> = {
  shared: {
    source: ["packages/shared/src/**/*.ts", "!packages/shared/src/**/*.{test,fixture}.ts"],
    // The linearity test reads a megabyte per mutant without being able to detect one.
    tests: ["packages/shared/src/**/*.test.ts", "!packages/shared/src/linear.test.ts"],
    bar: 90,
  },
  releases: room("releases", "http/cached.test.ts", "routes.test.ts"),
  observations: room("observations", "downloads/files.test.ts", "routes.test.ts"),
  submissions: room("submissions", "staff-routes.test.ts"),
  reviews: room("submissions/review", "submissions", "staff-routes.test.ts"),
  identity: room("identity", "staff-routes.test.ts"),
};
