import { CreateQueueCommand, SQSClient } from "@aws-sdk/client-sqs";
import { buildApp } from "fauxqs";
import { unlogged } from "../../functions/core/clients.ts";
import { LOCAL, type Unsigned } from "./unsigned.ts";

export interface LocalQueues { readonly client: SQSClient; readonly base: string; make(name: string): Promise<void>; stop(): Promise<void> }

/** Starts the embedded SQS (in memory, loopback only). @param signing left out: as in the cloud */
export const startQueues = async (signing?: Unsigned): Promise<LocalQueues> => {
  const app = buildApp({ logger: false, host: "127.0.0.1" });
  const address = await app.listen({ port: 0, host: "127.0.0.1" });
  const client = unlogged(new SQSClient({ ...LOCAL, ...signing, endpoint: address }));
  return {
    client, base: `${address}/000000000000/`,
    make: async (name) => { await client.send(new CreateQueueCommand({ QueueName: name, Attributes: { VisibilityTimeout: "30" } })); },
    stop: async () => { client.destroy(); await app.close(); },
  };
};
