import type { contract } from "../../../shared/platform/exports/contract.ts";
import { FORMAT, type CopyFile, type Manifest } from "../../../shared/platform/exports/format.ts";
import { put, type Stored, type WorkGiven } from "../../core/implement.ts";
import { chainHead, csvOf, files, kindOf, linesAround, linesOfPeople, prefixOf, sha256, walkVillage, type Line } from "../../core/carry.ts";
import { Copy, paperKey, type Copy as CopyRow } from "./rows.ts";
import { added, inDays } from "./rules.ts";

type Walk = NonNullable<CopyRow["walk"]>;
interface Made { readonly files: CopyFile[]; readonly parts: Record<string, number>; readonly counts: Record<string, number> }

/** Lines in a file and a table a kind, written before they are named: a crash in between writes the same files again. */
const write = async (id: string, lines: readonly Line[], before: Walk): Promise<Made> => {
  const store = await files();
  const made: Made = { files: [], parts: { ...before.parts }, counts: { ...before.counts } };
  const keep = async (name: string, rows: number, text: string): Promise<void> => {
    await store.put(paperKey(id, name), text);
    made.files.push({ name, rows, bytes: new TextEncoder().encode(text).length, sha256: sha256(text) });
  };
  for (const [prefix, own] of Map.groupBy(lines, (line) => prefixOf(line.sk))) {
    const n = (made.parts[prefix] = (made.parts[prefix] ?? 0) + 1);
    made.counts[prefix] = (made.counts[prefix] ?? 0) + own.length;
    await keep(`${prefix}-${n}.jsonl`, own.length, `${own.map((line) => JSON.stringify(line)).join("\n")}\n`);
    // What stands for pictures and voices is the list of media: their keys, sizes and hashes.
    const media = kindOf(own[0]!.at ?? "village", own[0]!.sk)?.files !== undefined;
    await keep(`${media ? "media" : "table"}-${prefix}-${n}.csv`, own.length, csvOf(own));
  }
  return made;
};

const PAGES_A_RUN = 8;

/** Gathers some pages of a village, keeps them as files, and says how far it came; then goes on in a run of its own. */
export const gather = async (given: WorkGiven<typeof contract>): Promise<void> => {
  const village = given.place.id;
  let copy: Stored<CopyRow> | null = await given.table.get(Copy, String(given.data["copy"]));
  for (let page = 0; copy?.state === "gathering"; page++) {
    const walk: Walk = copy.walk ?? { from: null, head: await chainHead(village), parts: {}, counts: {}, left: {} };
    const { version, ...row } = copy;
    const walked = await walkVillage(village, walk.from, walk.head, given.clock());
    const made = await write(copy.id, [...walked.lines, ...(await linesOfPeople(walked.people, village)), ...(walked.next === null ? await linesAround(village) : [])], walk);
    const after: CopyRow = {
      ...row, files: [...row.files, ...made.files], rows: Object.values(made.counts).reduce((sum, each) => sum + each, 0),
      walk: { ...walk, from: walked.next, parts: made.parts, counts: made.counts, left: added(walk.left, walked.left) },
    };
    if (walked.next === null) return void (await finish(given, after, version));
    if (page + 1 >= PAGES_A_RUN) return void (await given.commit({ writes: [put(Copy, after, { version })], tasks: [{ work: "copy", lane: "papers", data: { copy: copy.id } }] }));
    if (!(await given.commit({ writes: [put(Copy, after, { version })] }))) return;
    copy = { ...after, version: version + 1 };
  }
};

const finish = async (given: WorkGiven<typeof contract>, copy: CopyRow, version: number): Promise<boolean> => {
  const { walk, ...row } = copy;
  const now = given.clock();
  const manifest: Manifest = {
    format: FORMAT, copy: row.id, made: now.toISOString(), region: given.facts.name, profile: given.facts.profile, village: given.village.id, names: given.village.names,
    head: walk!.head, rows: row.rows, counts: walk!.counts, left: walk!.left, files: row.files,
  };
  const text = JSON.stringify(manifest);
  await (await files()).put(paperKey(row.id, "manifest.json"), text);
  const step = { to: "ready", at: now.toISOString(), by: "system", channel: "system" };
  const until = inDays(now);
  const after: CopyRow = { ...row, state: "ready", until, walk: null, history: [...row.history, step], files: [...row.files, { name: "manifest.json", rows: 0, bytes: new TextEncoder().encode(text).length, sha256: sha256(text) }] };
  return given.commit({ writes: [put(Copy, after, { version }, { at: until, clock: "lapse" })], emits: { name: "ready", data: { copy: row.id, rows: row.rows } } });
};
