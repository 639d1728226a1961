import type { contract } from "../../../shared/platform/exports/contract.ts";
import { countyOf } from "../../../shared/contract/region.ts";
import { FORMAT, Manifest } from "../../../shared/platform/exports/format.ts";
import { put, stableId, Village, type AnswerOf, type Change, type Refusal, type RouteGiven, type Stored } from "../../core/implement.ts";
import { files, prefixOf, readLines, sha256 } from "../../core/carry.ts";
import { Intake, paperKey, type Intake as IntakeRow } from "./rows.ts";
import { added, inOrder, withProblems } from "./rules.ts";
import { manifestOf } from "./take-in.ts";

type Routes = (typeof contract)["routes"];
type GivenFor<K extends keyof Routes> = RouteGiven<typeof contract, Routes[K]>;

/** An intake as the operator sees it, with what is still to be brought. */
export const intakeView = async ({ have, by: _by, version: _version, ...intake }: Stored<IntakeRow>): Promise<AnswerOf<Routes["intake"]>> => {
  const missing = intake.state === "bringing" ? inOrder((await manifestOf(intake.id)).files).map((file) => file.name).filter((name) => !have.includes(name)) : [];
  return { ...intake, missing };
};

/** The manifest of a village from elsewhere: refused if it is newer than this program, or the village is here already. */
export const bring = async (given: GivenFor<"bring">): Promise<AnswerOf<Routes["bring"]> | Change | Refusal> => {
  const { table, regionRow, facts, body, caller, now, change, fail, inVillage } = given;
  if (body.manifest.format > FORMAT) return fail("newer-version", { detail: { theirs: body.manifest.format, ours: FORMAT } });
  const read = Manifest.safeParse(body.manifest);
  if (!read.success) return fail("wrong-field", { field: "manifest", reason: "not-a-manifest" });
  const manifest = read.data;
  const id = stableId(`intake|${manifest.copy}|${manifest.village}`);
  const before = await table.get(Intake, id);
  if (before) return intakeView(before);
  if (!regionRow?.counties.includes(countyOf(facts, manifest.village))) return fail("county-not-open", { detail: { county: countyOf(facts, manifest.village) } });
  if (await inVillage(manifest.village).get(Village, "")) return fail("village-open");
  await (await files()).put(paperKey(id, "manifest"), JSON.stringify(manifest));
  const other = manifest.profile === facts.profile ? [] : [{ file: "manifest.json", line: 0, reason: "other-profile" }];
  const intake: IntakeRow = {
    id, village: manifest.village, names: manifest.names, at: now.toISOString(), by: caller.person!, state: "bringing", rows: 0, counts: {}, have: [], files: inOrder(manifest.files).length,
    written: 0, problems: other, moreProblems: 0, kept: 0, faults: null,
  };
  return change({ writes: [put(Intake, intake, "new")], quiet: "a manifest alone changes nothing of a village", answer: await intakeView({ ...intake, version: 1 }) });
};

/** One file of it: the very one the manifest names. Its lines are read at once, so that what is wrong is known before anything is written. */
export const bringFile = async ({ table, params, body, change, fail }: GivenFor<"bringFile">): Promise<AnswerOf<Routes["bringFile"]> | Change | Refusal> => {
  const intake = await table.get(Intake, params.id);
  if (!intake) return fail("not-found");
  if (intake.state !== "bringing" || intake.have.includes(params.name)) return intakeView(intake);
  const named = inOrder((await manifestOf(intake.id)).files).find((file) => file.name === params.name);
  if (!named || sha256(body.text) !== named.sha256) return fail("not-this-file", { detail: { name: params.name } });
  const { lines, bad } = readLines(body.text, intake.village);
  await (await files()).put(paperKey(intake.id, params.name), body.text);
  const counts: Record<string, number> = {};
  for (const line of lines) counts[prefixOf(line.sk)] = (counts[prefixOf(line.sk)] ?? 0) + 1;
  const { version, ...row } = intake;
  const after: IntakeRow = { ...row, have: [...row.have, params.name], rows: row.rows + lines.length, counts: added(row.counts, counts), ...withProblems(row, bad.map((each) => ({ file: params.name, ...each }))) };
  return change({ writes: [put(Intake, after, { version })], quiet: "a file lies ready; nothing of a village has changed", answer: await intakeView({ ...after, version: version + 1 }) });
};

/** Begins to write what was brought. */
export const takeIn = async ({ table, params, change, fail, inVillage }: GivenFor<"takeIn">): Promise<AnswerOf<Routes["takeIn"]> | Change | Refusal> => {
  const intake = await table.get(Intake, params.id);
  if (!intake) return fail("not-found");
  if (intake.state !== "bringing") return intakeView(intake);
  const view = await intakeView(intake);
  if (view.missing.length > 0) return fail("files-missing", { detail: { count: view.missing.length } });
  if (await inVillage(intake.village).get(Village, "")) return fail("not-allowed-now", { state: "open" });
  const { version, ...row } = intake;
  const after: IntakeRow = { ...row, state: "working" };
  return change({ writes: [put(Intake, after, { version })], emits: { name: "intake-begun", data: { intake: intake.id, village: intake.village } }, answer: { ...view, state: "working" } });
};
