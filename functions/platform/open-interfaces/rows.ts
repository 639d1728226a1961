import * as z from "zod";
import { Id, Instant } from "../../../shared/contract/ids.ts";
import { HOOKED } from "../../../shared/platform/open-interfaces/hooked.ts";
import { row, scrub } from "../../core/implement.ts";

/** Where other systems want to be told. Its secret is made from the region's own and kept nowhere. */
export const Hook = row("HOOK", () => z.object({
  id: Id, name: z.string(), url: z.string(), events: z.array(z.enum(HOOKED)), state: z.enum(["active", "paused", "ended"]),
  /** Deliveries given up on in a row. */
  failures: z.number().int(), by: Id, at: Instant,
}), { id: (hook) => hook.id, carry: "never", erase: (hook, who) => ({ ...hook, name: scrub(hook.name, who) }) });
export type Hook = z.infer<typeof Hook.schema>;

const KEEP = 30 * 86_400_000;
/** One event on its way to one webhook: ids and codes, as the event has them. */
export const Sent = row("HOOKSENT", () => z.object({
  hook: Id, event: Id, name: z.string(), at: Instant, data: z.record(z.string(), z.unknown()), state: z.enum(["waiting", "sent", "failed"]),
  tries: z.number().int(), status: z.number().int().nullable(), why: z.string(), lastAt: Instant.nullable(),
}), { id: (sent) => sentId(sent.hook, sent.event), expires: (sent) => new Date(Date.parse(sent.at) + KEEP).toISOString(), carry: "never" });
export type Sent = z.infer<typeof Sent.schema>;
export const sentId = (hook: string, event: string): string => `${hook}#${event}`;

/** The hosts webhooks of this region may go to. */
export const Hosts = row("HOOKHOST", () => z.object({ hosts: z.array(z.string()) }), { id: () => "", at: "region" });
