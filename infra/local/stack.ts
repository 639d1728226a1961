import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { RegionFacts } from "../../shared/contract/region.ts";
import { unlogged, useDynamo } from "../../functions/core/clients.ts";
import { forgetEnvironment } from "../../functions/core/environment.ts";
import { forgetVillages } from "../../functions/core/access.ts";
import { forgetSecrets } from "../../functions/core/secrets.ts";
import { forgetMessaging } from "../../functions/core/messaging/messaging.ts";
import { forgetKeys } from "../../functions/core/token.ts";
import type { FeatureHandler } from "../../functions/core/implement.ts";
import { handler as router } from "../../functions/core/lambdas/router.ts";
import { useObjects } from "../../functions/core/media.ts";
import { useSqs } from "../../functions/core/queues.ts";
import { useRouting, type Routing } from "../../functions/core/routes-of-events.ts";
import { sweep } from "../../functions/core/sweep.ts";
import { queuesOf, type QueueSpec } from "../resources.ts";
import { MEDIA_LANE } from "../../shared/contract/media-limits.ts";
import { openLocalMedia, type LocalMedia } from "./media.ts";
import { pumpQueue } from "./pump.ts";
import type { LocalQueues } from "./queues.ts";
import { openStream } from "./stream.ts";
import { createTable } from "./table.ts";
import { LOCAL, type Unsigned } from "./unsigned.ts";

export interface StackOptions {
  readonly endpoint: string;
  readonly queues: LocalQueues;
  readonly table: string;
  /** Put before every queue's name, so that several stacks share one embedded SQS. */
  readonly prefix?: string;
  readonly features: readonly FeatureHandler[];
  readonly facts: RegionFacts;
  readonly secrets: string;
  readonly origin: string;
  readonly phones?: string;
  /** Left out: requests are signed, as in the cloud. */
  readonly signing?: Unsigned;
  /** Where pictures and voices are kept; left out: in memory. */
  readonly media?: string;
}

export interface LocalStack {
  readonly dynamo: DynamoDBDocumentClient;
  readonly features: ReadonlyMap<string, FeatureHandler>;
  readonly media: LocalMedia;
  /** Routes what is new and works queues until nothing is left to do. @param together all queues that got something at once, as in the cloud; else each queue in turn. @returns rounds it took */
  settle(together?: boolean): Promise<number>;
  /** As the minute's sweeper. */
  sweep(now: Date): Promise<number>;
  /** Follows stream and queues until stopped. */
  follow(): () => Promise<void>;
  /** Routes the whole stream again from its horizon. */
  replay(): Promise<number>;
  stop(): Promise<void>;
}

/** Only the features this stack holds are routed to: others have no queue here. */
const routingOf = (features: readonly FeatureHandler[]): Routing => {
  const listeners: Record<string, string[]> = {};
  const owners: Record<string, string> = {};
  for (const { code } of features) {
    for (const event of code.contract.on ?? []) (listeners[event] ??= []).push(code.name);
    for (const prefix of [code.contract.prefix].flat()) owners[prefix] = code.name;
  }
  return { listeners, owners };
};

/** Milliseconds between two looks at the stream, at a queue with messages to come later, and at one nothing was posted to (what failed there comes again by itself). */
const STREAM_PAUSE = 60;
const SOON = 500;
const UNASKED = 5_000;

/** The cloud's stack on embedded parts: same handlers, same keys, same queues; this process plays Lambda's event sources. */
export const openLocalStack = async (options: StackOptions): Promise<LocalStack> => {
  const base = unlogged(new DynamoDBClient({ ...LOCAL, ...options.signing, endpoint: options.endpoint, maxAttempts: 4 }));
  const dynamo = DynamoDBDocumentClient.from(base, { marshallOptions: { removeUndefinedValues: true } });
  const prefix = options.prefix ?? "";
  Object.assign(process.env, {
    AWS_REGION: LOCAL.region, AWS_ACCESS_KEY_ID: "local", AWS_SECRET_ACCESS_KEY: "local",
    WECOUNTRY_TABLE: options.table, WECOUNTRY_QUEUES: `${options.queues.base}${prefix}`, WECOUNTRY_REGION: JSON.stringify(options.facts),
    WECOUNTRY_SECRETS: options.secrets, WECOUNTRY_ORIGIN: options.origin, WECOUNTRY_PHONES: options.phones ?? "",
  });
  forgetEnvironment(); forgetSecrets(); forgetKeys(); forgetVillages(); forgetMessaging();
  useDynamo(dynamo); useSqs(options.queues.client);
  await createTable(base, options.table);
  const features = new Map(options.features.map((each) => [each.code.name, each]));
  const specs: QueueSpec[] = [...features.values()].flatMap((each) => queuesOf(each.code.name, each.code.contract));
  useRouting(routingOf([...features.values()]));
  for (const spec of specs) await options.queues.make(`${prefix}${spec.name}`);
  // One feature alone holds the bucket; it hears of arrivals on its own queue.
  const keeper = specs.find(({ feature, lane }) => lane === MEDIA_LANE && features.get(feature)?.code.contract.needs?.includes("media"));
  const media = openLocalMedia({ bucket: "wecountry-media", folder: options.media, sqs: options.queues.client, queue: keeper ? `${options.queues.base}${prefix}${keeper.name}` : null });
  useObjects(media);
  let stream = await openStream(options.endpoint, options.table, "horizon");
  const url = (spec: QueueSpec): string => `${options.queues.base}${prefix}${spec.name}`;

  /** Queues something was put into and that have not been seen empty since: the others need not be asked. One with messages to come later is asked every time. */
  const posted = new Set<string>();
  const later = new Set<string>();
  const sleepers = new Map<string, () => void>();
  options.queues.client.middlewareStack.add((next) => async (args) => {
    const { QueueUrl, Entries } = args.input as { QueueUrl?: string; Entries?: { MessageBody?: string; DelaySeconds?: number }[] };
    if (QueueUrl && Entries?.some((each) => each.DelaySeconds)) later.add(QueueUrl);
    try { return await next(args); } finally {
      if (QueueUrl && Entries?.[0]?.MessageBody !== undefined) { posted.add(QueueUrl); sleepers.get(QueueUrl)?.(); }
    }
  }, { step: "initialize", priority: "low" });

  const route = async (): Promise<number> => {
    const records = await stream.read();
    if (records.length > 0) await router({ Records: records } as never);
    return records.length;
  };
  const waiting = (spec: QueueSpec): boolean => posted.has(url(spec)) || later.has(url(spec));
  const batch = async (spec: QueueSpec, wait: number): Promise<number> => {
    posted.delete(url(spec));
    const took = await pumpQueue(options.queues.client, url(spec), features.get(spec.feature)!, wait);
    if (took > 0) posted.add(url(spec));
    return took;
  };
  const work = async (wait: number, together: boolean): Promise<number> => {
    let all = 0;
    if (together) return (await Promise.all(specs.filter((spec) => posted.has(url(spec))).map(async (spec) => Math.max(1, await batch(spec, wait))))).reduce((sum, each) => sum + each, 0);
    for (const spec of specs) if (waiting(spec)) all += await batch(spec, wait);
    return all;
  };

  const follow = (): (() => Promise<void>) => {
    let going = true;
    const loop = async (step: () => Promise<number>, rest: () => Promise<void>): Promise<void> => {
      while (going) {
        const did = await step().catch((error: unknown) => { process.stderr.write(`${String(error)}\n`); return 0; });
        if (did === 0 && going) await rest();
      }
    };
    const asleep = (spec: QueueSpec): Promise<void> => new Promise((resolve) => {
      if (posted.has(url(spec))) return void resolve();
      const timer = setTimeout(resolve, later.has(url(spec)) ? SOON : UNASKED);
      sleepers.set(url(spec), () => { clearTimeout(timer); resolve(); });
    });
    const loops = [loop(route, () => new Promise((resolve) => { setTimeout(resolve, STREAM_PAUSE); })), ...specs.map((spec) => loop(() => batch(spec, 0), () => asleep(spec)))];
    return async () => {
      going = false;
      for (const wake of sleepers.values()) wake();
      await Promise.all(loops);
    };
  };

  return {
    dynamo, features, media, follow,
    settle: async (together = false) => {
      let rounds = 0;
      while ((await route()) + (await work(0, together)) > 0) if (++rounds > 500) throw new Error("the stack does not come to rest");
      return rounds;
    },
    sweep: (now) => sweep(now),
    replay: async () => { stream = await openStream(options.endpoint, options.table, "horizon"); return route(); },
    stop: async () => { base.destroy(); },
  };
};
