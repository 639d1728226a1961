import * as z from "zod";
import { AreaCode, Id, Instant } from "../../../shared/contract/ids.ts";
import { CopyFile } from "../../../shared/platform/exports/format.ts";
import { row } from "../../core/implement.ts";

/** Where an object of a copy, an own file or an intake lies: letters, figures and dashes alone. */
export const paperKey = (id: string, name: string): string => `papers/${id}/${name.replace(/[^A-Za-z0-9-]/g, "-")}`;

const Head = z.object({ n: z.number().int(), hash: z.string() });
const Counts = z.record(z.string(), z.number().int());

/** A copy of the whole village: asked for by one, agreed to by another, gathered page by page, and taken away after seven days. */
export const Copy = row("EXPORT", () => z.object({
  id: Id, state: z.string(), at: Instant, askedBy: Id, office: z.string(), alone: z.boolean(), reason: z.string().nullable(), rows: z.number().int(), until: Instant.nullable(),
  files: z.array(CopyFile),
  history: z.array(z.object({ to: z.string(), at: Instant, by: z.string(), office: z.string().optional(), channel: z.string() })),
  /** How far the gathering has come: the key it goes on after, the number of the last file of each kind, and what stayed. */
  walk: z.object({ from: z.string().nullable(), head: Head, parts: Counts, counts: Counts, left: Counts }).nullable(),
}), {
  id: (copy) => copy.id, carry: "never", files: (copy) => copy.files.map((file) => paperKey(copy.id, file.name)),
  // Whoever is erased stands in every copy made before: the copies go.
  erase: (copy) => (copy.state === "gathering" || copy.state === "ready" ? { ...copy, state: "gone", files: [], walk: null } : copy),
});
export type Copy = z.infer<typeof Copy.schema>;

/** Somebody's own file. */
export const OwnFile = row("OWNFILE", () => z.object({
  id: Id, person: Id, at: Instant, state: z.enum(["waiting", "ready"]), rows: z.number().int(), until: Instant.nullable(),
  walk: z.object({ villages: z.array(AreaCode), needles: z.array(z.string()), household: z.array(Id), from: z.string().nullable() }).nullable(),
}), {
  id: (file) => file.id, at: "region", person: (file) => file.person, files: (file) => OWN_PARTS.map((part) => paperKey(file.id, part)),
  due: (file) => (file.until ? { at: file.until, clock: "gone" } : null), erase: (file, who) => (file.person === who.person ? null : file),
});
export type OwnFile = z.infer<typeof OwnFile.schema>;
export const OWN_PARTS = ["gathered", "json", "text"] as const;

/** An erasure asked for. Whom it is about by name and number is kept only while the rows are walked. */
export const Erasure = row("ERASURE", () => z.object({
  id: Id, person: Id, village: AreaCode.nullable(), at: Instant, until: Instant, state: z.enum(["waiting", "erasing", "done", "taken-back"]),
  by: z.enum(["self", "office"]), why: z.string(), askedBy: Id,
  who: z.object({ person: Id, names: z.array(z.string()), phones: z.array(z.string()), hashes: z.array(z.string()), devices: z.array(z.string()), households: z.array(Id) }).nullable(),
  walk: z.object({ villages: z.array(AreaCode), round: z.number().int(), from: z.string().nullable() }).nullable(),
}), {
  id: (erasure) => erasure.id, at: "region", person: (erasure) => erasure.person,
  due: (erasure) => (erasure.state === "waiting" ? { at: erasure.until, clock: "erase" } : null),
});
export type Erasure = z.infer<typeof Erasure.schema>;

/** A village that comes from elsewhere: what was brought, what is wrong with it, how much of it stands. */
export const Intake = row("INTAKE", () => z.object({
  id: Id, village: AreaCode, names: z.record(z.string(), z.string()), at: Instant, by: Id, state: z.enum(["bringing", "working", "done"]), rows: z.number().int(), counts: Counts,
  have: z.array(z.string()), files: z.number().int(), written: z.number().int(),
  problems: z.array(z.object({ file: z.string(), line: z.number().int(), reason: z.string() })), moreProblems: z.number().int(), kept: z.number().int(), faults: z.number().int().nullable(),
}), { id: (intake) => intake.id, at: "region" });
export type Intake = z.infer<typeof Intake.schema>;
