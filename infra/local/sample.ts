import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { environment } from "../../functions/core/environment.ts";
import type { PhonesStore } from "./phones-store.ts";
import type { LocalStack } from "./stack.ts";
import { sampleApi, type Someone } from "./sample-api.ts";
import { eveningBefore, storyClock } from "./sample-clock.ts";
import { leaveGreetings } from "./sample-greetings.ts";
import { publishNotices } from "./sample-notices.ts";
import { givePosts, introduce, markHouses, openTheCounty, openTheVillage, saveAreas, VILLAGES } from "./sample-county.ts";

export interface Laid { readonly milliseconds: number }

const ROW = { pk: "SAMPLE#", sk: "SAMPLE#" };
interface Marker { readonly from: string; readonly done: boolean }

/**
 * Lays out the sample county once, through the API, as its people would have done it the evening before. Killed in between, it goes on at the
 * next start: keys are the same, and so is the evening it tells of.
 * @returns null when it was laid out before; else how long it took
 */
export const layOutSample = async (stack: LocalStack, phones: PhonesStore, origin: string, setupCode: string): Promise<Laid | null> => {
  const TableName = environment().table;
  const before = (await stack.dynamo.send(new GetCommand({ TableName, Key: ROW, ConsistentRead: true }))).Item as Marker | undefined;
  if (before?.done) return null;
  const started = performance.now();
  const from = before?.from ?? eveningBefore(new Date()).toISOString();
  const mark = (done: boolean) => stack.dynamo.send(new PutCommand({ TableName, Item: { ...ROW, from, done } }));
  if (!before) await mark(false);
  const clock = storyClock(new Date(from));
  try {
    const settle = (): Promise<number> => stack.settle(true);
    const api = sampleApi(stack.features, origin, phones, settle);
    const operator = await openTheCounty(api, setupCode);
    for (const plan of VILLAGES) await openTheVillage(operator, plan);
    await settle();
    const [officer, writer, ...people] = await api.signIn("+8613800009001", "+8613800001027", ...VILLAGES.flatMap((plan) => [plan.secretary.phone, plan.gridWorker]));
    await Promise.all([saveAreas(officer!), ...VILLAGES.map(async (plan, i) => {
      const [secretary, gridWorker] = people.slice(i * 2) as [Someone, Someone];
      await givePosts(operator, secretary, plan);
      await introduce(secretary, plan, new Date(from));
      await markHouses(gridWorker, secretary, plan);
    })]);
    await settle();
    await publishNotices(writer!, people[0]!, clock, new Date(from));
    await leaveGreetings(api, clock, new Date(from));
    await settle();
    await mark(true);
  } finally { clock.end(); }
  return { milliseconds: Math.round(performance.now() - started) };
};
