import * as z from "zod";
import { CapProblem } from "../../../shared/alerts/cap/problem-codes.ts";
import { AreaCode, Id, Instant } from "../../../shared/contract/ids.ts";
import { row } from "../../core/implement.ts";

/** Another system's message as it came, under an id made from its sender, identifier and time: a replay finds it there. */
export const CapIn = row("CAPIN", () => z.object({
  id: Id, warning: Id, sender: z.string(), identifier: z.string(), sent: z.string(), readAt: Instant, xml: z.string(),
  problems: z.array(CapProblem), villages: z.array(AreaCode),
}), { id: (cap) => cap.id, at: "area" });
export type CapIn = z.infer<typeof CapIn.schema>;
