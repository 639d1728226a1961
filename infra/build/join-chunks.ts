import { renameSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build, type Metafile } from "esbuild";

type Outputs = Metafile["outputs"];

/** Every file that is loaded together with the entry, which itself stands first. */
const loadedAtOnce = (outputs: Outputs, entry: string): string[] => {
  const found = new Set<string>();
  const walk = (file: string): void => {
    if (found.has(file) || !outputs[file]) return;
    found.add(file);
    for (const { path, kind } of outputs[file].imports) if (kind === "import-statement") walk(path);
  };
  walk(entry);
  return [...found];
};

/**
 * Joins a function's entry with the chunks it loads at once into one file: a fresh process opens and links one file instead of fifteen. What is
 * loaded on demand stays in files of its own; the joined chunks stay as doors to the one file, so that everybody shares the same module state.
 * @param folder the built function; it holds handler.mjs and its chunks
 * @param outputs esbuild's list of what it wrote there
 */
export const joinChunks = async (folder: string, outputs: Outputs): Promise<void> => {
  const entry = Object.keys(outputs).find((file) => basename(file) === "handler.mjs");
  if (!entry) throw new Error(`no handler.mjs was built in ${folder}`);
  const [, ...chunks] = loadedAtOnce(outputs, entry);
  if (chunks.length === 0) return;
  const doors = chunks.map((chunk, i) => ({ file: basename(chunk), names: outputs[chunk]!.exports.map((name) => ({ name, joined: `c${i}_${name}` })) }));
  const contents = ['export * from "./handler.mjs";', ...doors.filter(({ names }) => names.length > 0)
    .map(({ file, names }) => `export { ${names.map(({ name, joined }) => `${name} as ${joined}`).join(", ")} } from "./${file}";`)].join("\n");
  const joined = join(folder, "joined.mjs");
  await build({
    stdin: { contents, resolveDir: folder }, outfile: joined, bundle: true, platform: "node", target: "node24", format: "esm", minifyWhitespace: true, legalComments: "none", logLevel: "error",
    plugins: [{ name: "on demand", setup: (made) => made.onResolve({ filter: /./ }, ({ kind, path }) => (kind === "dynamic-import" ? { path, external: true } : undefined)) }],
  });
  renameSync(joined, join(folder, "handler.mjs"));
  for (const { file, names } of doors) {
    writeFileSync(join(folder, file), `export{${names.map(({ name, joined: from }) => `${from} as ${name}`).join(",")}}from"./handler.mjs";`);
  }
};
