/** Short name of a compiler: "WIPO", "Cục Thống kê". */
export function shortCompiler(name: string): string {
  const acronym = /\(([A-Z][A-Z ]{1,9})\)$/.exec(name)?.[1];
  return acronym ?? (name.split(/[,(]/)[0] ?? name).trim();
}
