import * as z from "zod";
import { Id, Instant } from "../../shared/contract/ids.ts";
import { row } from "./rows.ts";

/** Somebody who was erased from this village: an id and a time, so that no later list brings them back. */
export const Erased = row("ERASED", () => z.object({ person: Id, at: Instant }), { id: (erased) => erased.person });
export type Erased = z.infer<typeof Erased.schema>;
