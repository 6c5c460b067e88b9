import { test } from "vitest";
import { VitestTestRunner } from "vitest/runners";

/** Fails a test when a mutant keeps its file from loading; Stryker would see no tests and call it survived. */
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
