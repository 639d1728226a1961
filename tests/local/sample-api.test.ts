import { expect, test } from "vitest";
import type { FeatureHandler } from "../../functions/core/implement.ts";
import { sampleApi } from "../../infra/local/sample-api.ts";
import type { PhonesStore } from "../../infra/local/phones-store.ts";
import { registry } from "../../shared/registry.ts";

const NO_PHONES = { of: () => [] } as unknown as PhonesStore;
const answers = (name: keyof typeof registry, answer: (path: string) => object): [string, FeatureHandler] =>
  [name, Object.assign(async (event: { rawPath: string }) => answer(event.rawPath), { code: { name, contract: registry[name] } }) as unknown as FeatureHandler];
const json = (statusCode: number, body: object) => ({ statusCode, headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

test("somebody of the sample who does several things at once renews an ended session once", async () => {
  let [open, renewed] = [false, 0];
  const api = sampleApi(new Map([
    answers("affairs/notices", () => (open ? json(200, { items: [] }) : json(401, { type: "session-ended" }))),
    answers("platform/sign-in", () => { renewed += 1; open = true; return { ...json(200, {}), cookies: ["session=new; Path=/"] }; }),
  ]), "http://127.0.0.1:8080", NO_PHONES, async () => 0);
  const worker = api.guest("worker");
  const list = () => worker("affairs/notices", "list", { village: "431228103205", mayFail: ["session-ended"] });
  expect(await Promise.all([list(), list(), list()])).toEqual([{ items: [] }, { items: [] }, { items: [] }]);
  expect(renewed).toBe(1);
});
