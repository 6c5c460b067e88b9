import { test } from "vitest";
import { VitestTestRunner } from "vitest/runners";

/** Fails a test where a change keeps a file of tests from loading: Stryker looks at tests alone, and would find none. */
export default class LoadingRunner extends VitestTestRunner {
  override async importFile(...[path, source]: Parameters<VitestTestRunner["importFile"]>): Promise<unknown> {
    try {
      return await super.importFile(path, source);
    } catch (error) {
      if (source !== "collect") throw error;
      return test("is loaded", () => {
        throw error;
      });
    }
  }
}
