import { expect, test } from "vitest";
import { carrierQueues, functions, queues, TABLE } from "../../infra/resources.ts";
import { contracts } from "../../shared/registry.ts";
import { madeUp } from "./made-up.ts";

test("who listens, waits or works in lanes gets queues, each with dead letters; who only answers gets none", () => {
  expect(queues(madeUp).map(({ name, deadLetters }) => [name, deadLetters])).toEqual([
    ["alerts-sending", "alerts-sending-dead"], ["alerts-sending-urgent", "alerts-sending-urgent-dead"], ["alerts-sending-rest", "alerts-sending-rest-dead"],
    ["alerts-answers", "alerts-answers-dead"], ["cadres-letters", "cadres-letters-dead"],
  ]);
});

test("a message stays hidden six times as long as a function may work", () => {
  for (const queue of queues(madeUp)) expect(queue.visibilitySeconds).toBe(functions(madeUp)[0]!.timeoutSeconds * 6);
});

test("only a feature with something to cache is open without cookies", () => {
  expect(functions(madeUp).map(({ paths }) => paths)).toEqual([["/v1/alerts/sending"], ["/v1/alerts/answers"], ["/v1/cadres/letters", "/open/cadres/letters"], ["/v1/platform/sign-in"]]);
});

test("the carrier reaches those who listen to it", () => {
  expect(carrierQueues(madeUp)).toEqual([{ queue: "alerts-sending", events: ["carrier/receipt"] }, { queue: "alerts-answers", events: ["carrier/received"] }]);
});

test("no two queues of the real village share a name, and each name is short enough for any region", () => {
  const names = queues(contracts).flatMap(({ name, deadLetters }) => [name, deadLetters]);
  expect(new Set(names).size).toBe(names.length);
  for (const { name } of functions(contracts)) expect(`wecountry-ap-southeast-1-${name}`.length).toBeLessThanOrEqual(64);
});

test("the table is read by person, by county and by what is due", () => {
  expect(TABLE.indexes.map(({ name, pk, sk, projection }) => [name, pk, sk, projection])).toEqual([["person", "gp", "sk", "ALL"], ["area", "ga", "gas", "ALL"], ["due", "gd", "gds", "KEYS_ONLY"]]);
});
