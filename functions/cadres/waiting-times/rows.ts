import * as z from "zod";
import { SOURCES } from "../../../shared/cadres/waiting-times/contract.ts";
import { Id, Instant } from "../../../shared/contract/ids.ts";
import { row } from "../../core/implement.ts";

/** One matter's times, as its events tell them in whatever order they come: ids and codes, nobody's name or words. */
export const Waited = row("WAITED", () => z.object({
  source: z.enum(SOURCES), matter: Id, category: z.string(), post: z.string(),
  /** Of the event that last named the post. */
  postAt: Instant.nullable(),
  asked: Instant.nullable(), first: Instant.nullable(), last: Instant.nullable(), again: Instant.nullable(), closed: Instant.nullable(),
}), { id: ({ source, matter }) => `${source}#${matter}` });
export type Waited = z.infer<typeof Waited.schema>;
