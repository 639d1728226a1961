/**
 * One life of a sender, for the proof that kill -9 loses nobody: opens the stack on the engine it is given, with empty queues, plays the
 * stream again, sweeps, and works until nothing is left. Its clock stands ahead, so that leases of the life before are over.
 */
import { handler } from "../../functions/alerts/sending/handlers.ts";
import { systemClock, useClock } from "../../functions/core/clock.ts";
import { useLog } from "../../functions/core/log.ts";
import { startQueues } from "./queues.ts";
import { facts } from "../regions/sample.ts";
import { openLocalStack } from "./stack.ts";

const [endpoint = "", table = "", phones = "", secrets = "", ahead = "0"] = process.argv.slice(2);
const now = (): Date => new Date(Date.now() + Number(ahead));
useClock({ now, id: (at) => systemClock.id(at ?? now()) });
useLog(() => undefined);
const queues = await startQueues();
const stack = await openLocalStack({ endpoint, queues, table, features: [handler], facts, secrets, origin: "http://127.0.0.1:8080", phones });
await stack.sweep(now());
await stack.settle();
await stack.stop();
await queues.stop();
