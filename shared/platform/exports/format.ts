import * as z from "zod";
import { AreaCode, Id, Instant } from "../../contract/ids.ts";

/** The version of the format this program writes; it reads this one and older ones. */
export const FORMAT = 1;
/** How long a file lies there, and how long an erasure can be taken back. */
export const DAYS = 7;
/** Minutes since signing in within which the whole of something may be asked for. */
export const FRESH_MINUTES = 10;

/** One file of a copy. Names are made by the program: a kind of row and a number. */
export const CopyFile = z.object({ name: z.string().regex(/^[A-Za-z][\w-]{0,40}\.(jsonl|csv|json|txt)$/), rows: z.number().int(), bytes: z.number().int(), sha256: z.string().regex(/^[0-9a-f]{64}$/) });
export type CopyFile = z.infer<typeof CopyFile>;

const Counts = z.record(z.string().max(40), z.number().int());
/** What a copy says of itself: what is in it, what stayed behind, and the last link of the chain of its events. */
export const Manifest = z.object({
  format: z.number().int(), copy: Id, made: Instant, region: z.string().max(60), profile: z.string().max(40), village: AreaCode, names: z.record(z.string().max(10), z.string().max(80)),
  head: z.object({ n: z.number().int(), hash: z.string().max(100) }), rows: z.number().int(), counts: Counts, left: Counts, files: z.array(CopyFile).max(2_000),
});
export type Manifest = z.infer<typeof Manifest>;
