import { install, mayInstall, works } from "./debian.mjs";

/** Programs that must open our files or look on from outside, with their Debian packages. */
const tools = [
  { program: "soffice", args: ["--version"], from: "libreoffice-calc-nogui" },
  // soffice answers without it too, and then opens no text document.
  { program: "test", args: ["-e", "/usr/lib/libreoffice/program/libswlo.so"], from: "libreoffice-writer-nogui" },
  { program: "Rscript", args: ["--version"], from: "r-base-core" },
  { program: "python3", args: ["--version"], from: "python3" },
  { program: "/usr/bin/python3", args: ["-c", "import feedparser"], from: "python3-feedparser" },
  { program: "/usr/bin/python3", args: ["-c", "import icalendar"], from: "python3-icalendar" },
  { program: "sqlite3", args: ["--version"], from: "sqlite3" },
  { program: "zstd", args: ["--version"], from: "zstd" },
  { program: "ip", args: ["-V"], from: "iproute2" },
  { program: "systemd-analyze", args: ["--version"], from: "systemd" },
  { program: "strace", args: ["-V"], from: "strace" },
  { program: "nginx", args: ["-v"], from: "nginx" },
  { program: "promtool", args: ["--version"], from: "prometheus" },
  { program: "curl", args: ["--version"], from: "curl" },
];
const missing = () => tools.filter(({ program, args }) => !works(program, args));

/** Checks for the programs, installing Debian's if possible. */
export function provideTools() {
  const absent = missing();
  if (absent.length > 0 && mayInstall()) {
    console.log(`prepare: installing ${absent.map(({ from }) => from).join(", ")} to open our files with …`);
    install(absent.map(({ from }) => from));
  }
  const still = missing();
  if (still.length === 0) return;
  throw new Error(
    `The files are opened with programs that are not ours; install Debian's ${still.map(({ from }) => from).join(", ")}.`,
  );
}
