import { parseArgs } from "node:util";
import { DeleteMessageBatchCommand, GetQueueUrlCommand, ReceiveMessageCommand, SendMessageBatchCommand, SQSClient } from "@aws-sdk/client-sqs";
import { contracts } from "../../shared/registry.ts";
import { queues } from "../resources.ts";
import { Sentence } from "./state.ts";

export interface Redriven { readonly moved: number; readonly failed: number }

/**
 * Moves dead letters back to the queue they came from: sent first, then deleted, so that a crash in between doubles one (which every listener
 * bears) and loses none. Ends when the queue of dead letters is empty; what cannot be sent stays there.
 */
export const redrive = async (sqs: SQSClient, dead: string, alive: string): Promise<Redriven> => {
  let [moved, failed] = [0, 0];
  for (;;) {
    const { Messages: messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: dead, MaxNumberOfMessages: 10, WaitTimeSeconds: 1, VisibilityTimeout: 60 }));
    if (messages.length === 0) return { moved, failed };
    const sent = await sqs.send(new SendMessageBatchCommand({ QueueUrl: alive, Entries: messages.map((each, i) => ({ Id: String(i), MessageBody: each.Body! })) }));
    const taken = (sent.Successful ?? []).map((each) => messages[Number(each.Id)]!);
    if (taken.length > 0) await sqs.send(new DeleteMessageBatchCommand({ QueueUrl: dead, Entries: taken.map((each, i) => ({ Id: String(i), ReceiptHandle: each.ReceiptHandle! })) }));
    moved += taken.length;
    failed += messages.length - taken.length;
  }
};

const usage = (names: readonly string[]): string => `npm run redrive -- <queue> --region <region>
Moves a queue's dead letters back, with your own AWS credentials. The queues are:
${names.map((name) => `  ${name}`).join("\n")}
The embedded stack keeps no dead letters: npm start goes through everything again by itself.`;

/** `npm run redrive -- alerts-sending-urgent --region ap-southeast-1`: prints how many messages went back; 1 when some could not. */
export const main = async (args: readonly string[]): Promise<void> => {
  const specs = queues(contracts);
  try {
    const { values: { region }, positionals: [name] } = parseArgs({ args: [...args], allowPositionals: true, options: { region: { type: "string" } } });
    const spec = specs.find((each) => each.name === name);
    if (!spec || !region) throw new Sentence(usage(specs.map((each) => each.name)));
    const { loadRegion } = await import("../regions/load.ts");
    const { named } = await import("../stacks/names.ts");
    const file = await loadRegion(region).catch((error: unknown) => { throw new Sentence((error as Error).message); });
    const sqs = new SQSClient({ region: file.awsRegion });
    const urlOf = async (queue: string): Promise<string> => (await sqs.send(new GetQueueUrlCommand({ QueueName: named(file, queue) }))).QueueUrl!;
    const { moved, failed } = await redrive(sqs, await urlOf(spec.deadLetters), await urlOf(spec.name));
    process.stdout.write(`${moved} messages went back to ${spec.name}${failed > 0 ? `; ${failed} were not taken and stay where they are` : ""}.\n`);
    process.exitCode = failed > 0 ? 1 : 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Sentence ? error.message : (error as Error).message}\n`);
    process.exitCode = 1;
  }
};
