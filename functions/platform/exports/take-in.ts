import type { contract } from "../../../shared/platform/exports/contract.ts";
import { Manifest } from "../../../shared/platform/exports/format.ts";
import { behindWrites, Contact } from "../../alerts/contacts/reads.ts";
import { holdsWrite } from "../../platform/offices/reads.ts";
import { put, type Stored, type WorkGiven } from "../../core/implement.ts";
import { files, prefixOf, readLines, verifyPartition, writeLines, type Line } from "../../core/carry.ts";
import { Intake, paperKey, type Intake as IntakeRow } from "./rows.ts";
import { inOrder } from "./rules.ts";

const FILES_A_RUN = 10;
const BOOKS = 15;

/** The manifest an intake began with. @throws Error when it is gone */
export const manifestOf = async (id: string): Promise<Manifest> => Manifest.parse(JSON.parse((await (await files()).get(paperKey(id, "manifest"))) ?? "null"));

/** Numbers are hashed anew with this region's key: whoever stands behind them can sign in and be found. */
const numbersOf = async (given: WorkGiven<typeof contract>, village: string, lines: readonly Line[]): Promise<void> => {
  const books = lines.filter((line) => prefixOf(line.sk) === "CONTACT").flatMap((line) => { const read = Contact.schema.safeParse(line.value); return read.success ? [read.data] : []; });
  for (let i = 0; i < books.length; i += BOOKS) {
    const moves = books.slice(i, i + BOOKS).map((book) => ({ household: book.household, before: [], after: book.entries }));
    for (let attempt = 1; ; attempt++) {
      const { writes } = await behindWrites({ region: given.region, hash: given.hash, place: { id: village } }, moves);
      if (writes.length === 0 || (await given.commit({ writes }))) break;
      if (attempt >= 6) throw new Error("the rows behind numbers were taken again and again");
    }
  }
};

const postsOf = async (given: WorkGiven<typeof contract>, lines: readonly Line[]): Promise<void> => {
  for (const line of lines) {
    const { person, posts } = line.value as { person: string; posts: { at: "village"; id: string; office: string }[] };
    for (const post of posts) for (let tries = 0; tries < 6; tries++) if (await given.commit({ writes: await holdsWrite(given.region, person, post, "gets") })) break;
  }
};

/** Writes what was brought, file by file; the village's own row comes last. Done twice, it is the same village. */
export const takeInFiles = async (given: WorkGiven<typeof contract>): Promise<void> => {
  let intake: Stored<IntakeRow> | null = await given.region.get(Intake, String(given.data["intake"]));
  if (intake?.state !== "working") return;
  const { id, village } = intake;
  const store = await files();
  const order = inOrder((await manifestOf(id)).files);
  for (let done = 0; intake.written < order.length; done++) {
    if (done >= FILES_A_RUN) return void (await given.commit({ writes: [], tasks: [{ work: "takeIn", lane: "papers", data: { intake: id } }] }));
    const { version, ...row }: Stored<IntakeRow> = intake;
    const { lines } = readLines((await store.get(paperKey(id, order[row.written]!.name))) ?? "", village);
    const [posts, others] = [lines.filter((line) => line.at === "region" && prefixOf(line.sk) === "HOLDS"), lines.filter((line) => line.at !== "region" || prefixOf(line.sk) !== "HOLDS")];
    const { kept } = await writeLines(others, village);
    // Somebody who holds a post elsewhere keeps it beside this one.
    for (const line of posts) if ((await writeLines([line], village)).kept > 0) await postsOf(given, [line]);
    await numbersOf(given, village, lines);
    const after: IntakeRow = { ...row, written: row.written + 1, kept: row.kept + kept };
    if (!(await given.commit({ writes: [put(Intake, after, { version })] }))) return;
    intake = { ...after, version: version + 1 };
  }
  const { version, ...row } = intake;
  const { faults } = await verifyPartition(`V#${village}`, given.clock());
  await given.commit({ writes: [put(Intake, { ...row, state: "done", faults: faults.length }, { version })], emits: { name: "taken-in", data: { intake: id, village, rows: row.rows } } });
  await store.remove([paperKey(id, "manifest"), ...order.map((file) => paperKey(id, file.name))]);
};
