import * as z from "zod";
import { ACTS } from "../../shared/contract/event.ts";
import type { Scope } from "../../shared/contract/routes.ts";
import { row, type Kind } from "./rows.ts";
import { sealHash } from "./seal.ts";

const eventShape = () => z.object({
  id: z.string(), name: z.string(), at: z.string(), by: z.string(), office: z.string().optional(), channel: z.string(),
  behalf: z.string().optional(), via: z.string().optional(),
  data: z.unknown(), public: z.literal(true).optional(), act: z.enum(ACTS).optional(), seal: z.number().int().optional(),
});
const sealShape = () => z.object({ n: z.number().int(), prev: z.string(), hash: z.string(), events: z.array(z.object({ id: z.string(), hash: z.string() })) });
const verdictShape = () => z.object({ at: z.string(), events: z.number().int(), links: z.number().int(), faults: z.array(z.object({ row: z.string(), what: z.string() })) });

type At<T> = { readonly [S in Scope]: Kind<T> };
const everywhere = <T>(make: (at: Scope) => Kind<T>): At<T> => ({ village: make("village"), area: make("area"), region: make("region") });

/** Events as they may be read: by the event log, which only reads. Written by a commit and nobody else. */
export const EventIn: At<z.output<ReturnType<typeof eventShape>>> = everywhere((at) => row("EVENT", eventShape, { id: (event) => event.id, at }));
/** The links of a place's chain. */
export const SealIn: At<z.output<ReturnType<typeof sealShape>>> = everywhere((at) => row("SEAL", sealShape, { id: (seal) => String(seal.n).padStart(12, "0"), at }));
/** What the last `npm run verify` found here; one row a place. */
export const VerdictIn: At<z.output<ReturnType<typeof verdictShape>>> = everywhere((at) => row("VERDICT", verdictShape, { id: () => "", at }));

/** Whether a link's own hash is right, and it hangs on the one before. */
export const linkHolds = (link: z.output<ReturnType<typeof sealShape>>, before: { readonly hash: string } | null): boolean =>
  sealHash(link.prev, link.events) === link.hash && link.prev === (before?.hash ?? (link.n === 1 ? "" : link.prev));
