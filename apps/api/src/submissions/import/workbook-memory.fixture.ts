import { readFileSync } from "node:fs";
import { Problem } from "../../http/problem.ts";
import { readFile } from "./file.ts";

// Prints what reading the file named on the command line came to, and by how many bytes memory grew meanwhile.
const [, , path = ""] = process.argv;
const bytes = new Uint8Array(readFileSync(path));
const before = process.memoryUsage().rss;
let most = before;
// The worker works beside this thread, which looks on; the system's own maximum counts what the parent process had.
const watch = setInterval(() => {
  most = Math.max(most, process.memoryUsage().rss);
}, 5);
const code = await readFile(bytes, "vi").then(
  () => "read",
  (error) => (error instanceof Problem ? error.errors[0]?.detail : String(error)),
);
clearInterval(watch);
console.log(JSON.stringify({ code, grown: most - before }));
