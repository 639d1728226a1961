import { createWriteStream, statSync } from "node:fs";
import { join } from "node:path";
import type { ProfileName } from "../../shared/contract/profile.ts";
import type { RegionFacts } from "../../shared/contract/region.ts";
import { ROOT } from "../build/features.ts";
import { useLog } from "../../functions/core/log.ts";
import { startEngine, type Engine } from "./engine.ts";
import { localSecrets } from "./keys.ts";
import { loadFeatures } from "./load-features.ts";
import { phonesApi } from "./phones-api.ts";
import { phonesCarrier } from "./phones-carrier.ts";
import { openPhones } from "./phones-store.ts";
import { startQueues } from "./queues.ts";
import { layOutSample } from "./sample.ts";
import { startServer, type Behind } from "./server.ts";
import { openLocalStack } from "./stack.ts";
import { UNSIGNED } from "./unsigned.ts";
import { forget, openState, Sentence } from "./state.ts";
import { TABLE } from "../resources.ts";
import { buildWeb, webIsOld } from "./web-ready.ts";

export interface Wish {
  readonly folder: string; readonly port: number; readonly fresh: boolean; readonly build: boolean; readonly profile?: ProfileName; readonly say: (line: string) => void;
  /** Told at once how to end whatever stands so far: a county stopped while it is laid out leaves no lock and no engine. */
  readonly whenStopped: (end: () => Promise<void>) => void;
}
export interface Running {
  readonly origin: string;
  /** Milliseconds the sample county took to lay out; null when it was there already. */
  readonly laidOut: number | null;
}

/** The sample's region and the folder of its pages, by kind of village; read only when it is meant. */
const SAMPLES: Readonly<Record<ProfileName, { readonly region: string; readonly site: string; read(): Promise<{ facts: RegionFacts }> }>> = {
  "cn-village": { region: "sample", site: join(ROOT, "dist", "web"), read: () => import("../regions/sample.ts") },
  "plain-village": { region: "sample-plain", site: join(ROOT, "dist", "web-plain"), read: () => import("../regions/sample-plain.ts") },
};
const SWEEP_EVERY = 5_000;
const AGAIN_HOURS = 24;
const MOST_LOG = 20_000_000;

const keepLog = (file: string): (() => void) => {
  const tooLong = (() => { try { return statSync(file).size > MOST_LOG; } catch { return false; } })();
  const out = createWriteStream(file, { flags: tooLong ? "w" : "a", mode: 0o600 });
  useLog((line) => { out.write(`${line}\n`); });
  return () => { useLog(() => {}); out.end(); };
};

const engineFor = async (file: string, note: (pid: number) => void): Promise<Engine> => {
  try { return await startEngine(file, note); } catch (error) { throw new Sentence((error as Error).message); }
};

/** Ends what was begun, last first, whatever of it stands. */
const endings = () => {
  const all: (() => void | Promise<void>)[] = [];
  return {
    then: (end: () => void | Promise<void>) => { all.unshift(end); },
    run: async () => { for (const end of all.splice(0)) await Promise.resolve(end()).catch((error: unknown) => { process.stderr.write(`${String(error)}\n`); }); },
  };
};

/**
 * Begins the whole county in this process: lock, server, engine, queues, handlers, sample, then follows stream, queues and due times.
 * @throws Sentence for what a person can put right; nothing is left behind then
 */
export const begin = async ({ folder, port, fresh, build, profile = "cn-village", say, whenStopped }: Wish): Promise<Running> => {
  const ends = endings();
  whenStopped(ends.run);
  try {
    const { region, site, read } = SAMPLES[profile];
    const { facts } = await read();
    const state = await openState(folder, port);
    ends.then(state.release);
    if (fresh) forget(state);
    const secrets = localSecrets(state.secrets);
    ends.then(keepLog(state.log));
    const behind: Behind = { features: new Map(), phones: null, ready: false };
    const server = await startServer(port, site, behind);
    ends.then(server.stop);
    state.note({ port: Number(new URL(server.origin).port) });
    const building = build && webIsOld(site) ? buildWeb(region, site) : Promise.resolve(null);
    const [engine, queues, features] = await Promise.all([engineFor(state.rows, (pid) => state.note({ engine: pid })), startQueues(UNSIGNED), loadFeatures()]);
    ends.then(engine.stop);
    ends.then(queues.stop);
    state.note({ endpoint: engine.endpoint });
    const phones = openPhones(state.messages);
    ends.then(phones.close);
    const carrier = phonesCarrier(phones, features);
    ends.then(carrier.stop);
    behind.phones = phonesApi(phones, carrier, facts);
    const stack = await openLocalStack({ endpoint: engine.endpoint, signing: UNSIGNED, queues, table: TABLE.name, features, facts, secrets: state.secrets, origin: server.origin, phones: `${server.origin}/phones-api`, media: join(state.folder, "media") });
    behind.media = stack.media;
    ends.then(stack.stop);
    const laid = await layOutSample(stack, phones, server.origin, secrets.setup);
    const unfollow = stack.follow();
    ends.then(unfollow);
    const sweeper = setInterval(() => { stack.sweep(new Date()).catch((error: unknown) => { process.stderr.write(`${String(error)}\n`); }); }, SWEEP_EVERY);
    ends.then(() => clearInterval(sweeper));
    await carrier.again(AGAIN_HOURS);
    behind.features = stack.features;
    const notBuilt = await building;
    if (notBuilt) say(`The phone's side could not be built (${notBuilt}). API and phones work; pages do not.`);
    behind.ready = true;
    let over = false;
    ends.then(() => { over = true; });
    laid?.rest().catch((error: unknown) => { if (!over) say(`Not all of the sample could be laid out; the next start goes on with it. ${String(error)}`); });
    return { origin: server.origin, laidOut: laid?.milliseconds ?? null };
  } catch (error) {
    await ends.run();
    throw error;
  }
};
