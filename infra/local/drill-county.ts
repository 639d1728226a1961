import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { useLog } from "../../functions/core/log.ts";
import { facts } from "../regions/sample.ts";
import { TABLE } from "../resources.ts";
import { startEngine } from "./engine.ts";
import { localSecrets } from "./keys.ts";
import { loadFeatures } from "./load-features.ts";
import { phonesApi } from "./phones-api.ts";
import { phonesCarrier, type PhonesCarrier } from "./phones-carrier.ts";
import { openPhones, type PhonesStore } from "./phones-store.ts";
import { startQueues } from "./queues.ts";
import { layOutSample } from "./sample.ts";
import { sampleApi, type SampleApi } from "./sample-api.ts";
import { startServer } from "./server.ts";
import { openLocalStack, type LocalStack } from "./stack.ts";
import { UNSIGNED } from "./unsigned.ts";

export interface DrillCounty { readonly api: SampleApi; readonly phones: PhonesStore; readonly carrier: PhonesCarrier; readonly stack: LocalStack; close(): Promise<void> }

/** The sample county in memory, for one drill: nothing of it is left behind. */
export const openDrillCounty = async (): Promise<DrillCounty> => {
  const folder = mkdtempSync(join(tmpdir(), "wecountry-drill-"));
  const secrets = join(folder, "secrets.json");
  const { setup } = localSecrets(secrets);
  useLog(() => {});
  const behind = { features: new Map(), phones: null as ReturnType<typeof phonesApi> | null, ready: false };
  const server = await startServer(0, folder, behind);
  const [engine, queues, features] = await Promise.all([startEngine(), startQueues(UNSIGNED), loadFeatures()]);
  const phones = openPhones(join(folder, "messages.jsonl"));
  const carrier = phonesCarrier(phones, features);
  behind.phones = phonesApi(phones, carrier, facts);
  behind.ready = true;
  const stack = await openLocalStack({ endpoint: engine.endpoint, signing: UNSIGNED, queues, table: TABLE.name, features, facts, secrets, origin: server.origin, phones: `${server.origin}/phones-api` });
  await layOutSample(stack, phones, server.origin, setup);
  return {
    api: sampleApi(stack.features, server.origin, phones, () => stack.settle(true)), phones, carrier, stack,
    close: async () => {
      carrier.stop(); await stack.stop(); await server.stop(); await queues.stop(); await engine.stop(); phones.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
