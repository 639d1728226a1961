/** The process that plans and sends in the benchmark of warnings: its memory is measured, and the bare calls run in it too, beside it in time. */
import { SQSClient, CreateQueueCommand } from "@aws-sdk/client-sqs";
import { handler } from "../../functions/alerts/sending/handlers.ts";
import { useLog } from "../../functions/core/log.ts";
import type { RegionFacts } from "../../shared/contract/region.ts";
import { approve } from "./alert-load.ts";
import { tellBare } from "./bench-bare.ts";
import { queuesOf } from "../resources.ts";
import { pumpQueue } from "./pump.ts";
import { openLocalStack } from "./stack.ts";
import { LOCAL } from "./unsigned.ts";

export interface Setup { readonly endpoint: string; readonly table: string; readonly queues: string; readonly phones: string; readonly secrets: string; readonly facts: RegionFacts }
export type Order = { readonly do: "tell" | "bare"; readonly warning: string; readonly villages: readonly string[] } | { readonly do: "rest" } | { readonly do: "end" };
export type Word = { readonly said: "ready" | "done" } | { readonly said: "rested"; readonly rss: number };

const setup = JSON.parse(process.argv[2] ?? "{}") as Setup;
const origin = "http://127.0.0.1:8080";
useLog((line) => { if (line.includes('"level":"error"')) process.stderr.write(`${line}\n`); });
const client = new SQSClient({ ...LOCAL, endpoint: setup.queues });
const base = `${setup.queues}/000000000000/`;
const make = async (name: string): Promise<void> => { await client.send(new CreateQueueCommand({ QueueName: name, Attributes: { VisibilityTimeout: "120" } })); };
const stack = await openLocalStack({ endpoint: setup.endpoint, table: setup.table, queues: { client, base, make, stop: async () => {} }, features: [handler], facts: setup.facts, secrets: setup.secrets, origin, phones: setup.phones });
for (const name of ["bare-plan", "bare-send", "bare-next"]) await make(name);

/** As the cloud's event sources: each queue of the feature on its own. The stream is followed elsewhere, as it is there. */
const follow = (): (() => Promise<void>) => {
  let going = true;
  const loops = queuesOf(handler.code.name, handler.code.contract).map(async ({ name }) => {
    while (going) await pumpQueue(client, `${base}${name}`, handler, 1);
  });
  return async () => { going = false; await Promise.all(loops); };
};

let unfollow: (() => Promise<void>) | null = null;
let most = 0;
const watch = setInterval(() => { most = Math.max(most, process.memoryUsage.rss()); }, 100);
const say = (word: Word): void => { process.send?.(word); };

const obey = async (order: Order): Promise<void> => {
  if (order.do === "tell") { unfollow = follow(); await approve(order.warning, order.villages); say({ said: "done" }); }
  else if (order.do === "bare") { await tellBare({ dynamo: stack.dynamo, sqs: client, base, table: setup.table, phones: setup.phones, origin }, order.warning, order.villages); say({ said: "done" }); }
  else if (order.do === "rest") { await unfollow?.(); unfollow = null; say({ said: "rested", rss: most }); }
  else { clearInterval(watch); await stack.stop(); client.destroy(); process.disconnect(); }
};
process.on("message", (order: Order) => { void obey(order); });
say({ said: "ready" });
