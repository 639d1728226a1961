/**
 * Makes tests/core/fonts anew: the letters of the project's own sentences out of Noto Sans SC (SIL Open Font License 1.1), so that pages
 * measure the same on every machine. The packages are no dependency of the project. In an empty folder:
 *   npm install @fontsource/noto-sans-sc subset-font
 * then here: node infra/build/test-font.ts <that folder>
 */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "./features.ts";

type Subset = (font: Buffer, letters: string, options: { targetFormat: "truetype"; noLayoutClosure: boolean }) => Promise<Buffer>;

/** Every letter of every sentence, and of the tests' villages. */
const letters = (): string => {
  const found = new Set<string>();
  for (let code = 32; code < 127; code++) found.add(String.fromCharCode(code));
  for (const room of ["shared", "web", "tests", "infra"]) {
    for (const file of readdirSync(join(ROOT, room), { recursive: true, encoding: "utf8" })) {
      if (/\.(json|tsx?)$/.test(file) && !file.includes("fonts")) for (const letter of readFileSync(join(ROOT, room, file), "utf8")) found.add(letter);
    }
  }
  return [...found].filter((letter) => letter >= " ").sort().join("");
};

const from = resolve(process.argv[2] ?? ".");
const require = createRequire(join(from, "package.json"));
const { default: subset } = (await import(pathToFileURL(require.resolve("subset-font")).href)) as { default: Subset };
const files = join(from, "node_modules", "@fontsource", "noto-sans-sc");
const out = join(ROOT, "tests", "core", "fonts");
mkdirSync(out, { recursive: true });
const wanted = letters();
for (const [script, weight] of [["chinese-simplified", 400], ["latin", 400], ["latin", 700]] as const) {
  const font = await subset(readFileSync(join(files, "files", `noto-sans-sc-${script}-${weight}-normal.woff2`)), wanted, { targetFormat: "truetype", noLayoutClosure: true });
  writeFileSync(join(out, `noto-sans-sc-${script}-${weight}.ttf`), font);
  process.stdout.write(`${script} ${weight}: ${Math.round(font.length / 1024)} KB\n`);
}
copyFileSync(join(files, "LICENSE"), join(out, "LICENSE"));
