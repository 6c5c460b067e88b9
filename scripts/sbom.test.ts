import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { sbom } from "./sbom.mjs";

type Locked = Record<string, { version?: string; dev?: boolean; optional?: boolean; link?: boolean }>;

test("the SBOM lists every package that is shipped, with its version, and none that only development needs", () => {
  const lock = readFileSync(fileURLToPath(new URL("../package-lock.json", import.meta.url)), "utf8");
  const packages = Object.entries((JSON.parse(lock) as { packages: Locked }).packages).filter(([path]) =>
    path.startsWith("node_modules/"),
  );
  const refs = (isMeant: (one: Locked[string]) => boolean | undefined) =>
    packages
      .filter(([, one]) => !one.link && isMeant(one))
      .map(([path, { version }]) => `${path.slice(path.lastIndexOf("node_modules/") + 13)}@${version}`);
  const shipped = refs(({ dev, optional }) => !dev && !optional);
  const isDevelopment = new Set(refs(({ dev }) => dev));
  for (const ref of shipped) isDevelopment.delete(ref);

  const made = sbom();
  const listed: string[] = made.components.map(({ "bom-ref": ref }: { "bom-ref": string }) => ref);
  expect(shipped.length).toBeGreaterThan(50);
  expect(shipped.filter((ref) => !listed.includes(ref))).toEqual([]);
  expect(listed.filter((ref) => isDevelopment.has(ref))).toEqual([]);
  expect(made).toMatchObject({ bomFormat: "CycloneDX", metadata: { component: { name: "moc2030" } } });
});
