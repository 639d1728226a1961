import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { environment } from "../../functions/core/environment.ts";
import type { PhonesStore } from "./phones-store.ts";
import type { LocalStack } from "./stack.ts";
import { sampleApi, type Someone } from "./sample-api.ts";
import { eveningBefore, storyClock } from "./sample-clock.ts";
import { findBuddies, linkHouses } from "./sample-care.ts";
import { fillTheBoard } from "./sample-board.ts";
import { leaveGreetings } from "./sample-greetings.ts";
import { hearOfToday } from "./sample-hear.ts";
import { markHouses, visitHouses } from "./sample-houses.ts";
import { writeLetters } from "./sample-letters.ts";
import { publishNotices } from "./sample-notices.ts";
import { reportAdvert, speakAsHere } from "./sample-spoken.ts";
import { liveTogether } from "./sample-together.ts";
import { keepWell } from "./sample-well.ts";
import { givePosts, introduce, openTheCounty, openTheVillage, saveAreas, VILLAGES } from "./sample-county.ts";

export interface Laid {
  /** Null when the county stood already and only the rest is left to do. */
  readonly milliseconds: number | null;
  /** What the village can be opened without, done while the first visitor looks around: the files of the houses, and neighbours who agree to look after each other. */
  readonly rest: () => Promise<void>;
}

const ROW = { pk: "SAMPLE#", sk: "SAMPLE#" };
/** `open`: the village can be visited; `done`: nothing is left to lay out. */
interface Marker { readonly from: string; readonly open?: boolean; readonly done: boolean }

/**
 * Lays out the sample county once, through the API, as its people would have done it the evening before. Killed in between, it goes on at the
 * next start: keys are the same, and so is the evening it tells of.
 * @returns null when all of it was laid out before; else how long it took, and what is still to do once the county is open
 */
export const layOutSample = async (stack: LocalStack, phones: PhonesStore, origin: string, setupCode: string): Promise<Laid | null> => {
  const TableName = environment().table;
  const before = (await stack.dynamo.send(new GetCommand({ TableName, Key: ROW, ConsistentRead: true }))).Item as Marker | undefined;
  if (before?.done) return null;
  const started = performance.now();
  const from = before?.from ?? eveningBefore(new Date()).toISOString();
  const mark = (marker: Omit<Marker, "from">) => stack.dynamo.send(new PutCommand({ TableName, Item: { ...ROW, from, ...marker } }));
  if (!before) await mark({ done: false });
  const settle = (): Promise<number> => stack.settle(true);
  const api = sampleApi(stack.features, origin, phones, settle);
  const cadres = VILLAGES.flatMap((plan) => [plan.secretary.phone, plan.gridWorker]);
  const perVillage = (people: readonly Someone[], act: (secretary: Someone, gridWorker: Someone, plan: (typeof VILLAGES)[number]) => Promise<void>) =>
    Promise.all(VILLAGES.map((plan, i) => act(people[i * 2]!, people[i * 2 + 1]!, plan)));
  if (!before?.open) {
    const clock = storyClock(new Date(from));
    try {
      const operator = await openTheCounty(api, setupCode);
      for (const plan of VILLAGES) await openTheVillage(operator, plan);
      await settle();
      const [officer, writer, one, other, ...people] = await api.signIn("+8613800009001", "+8613800001027", "+8613800001007", "+8613800001008", ...cadres);
      await Promise.all([saveAreas(officer!), perVillage(people, async (secretary, gridWorker, plan) => {
        await givePosts(operator, secretary, plan);
        await introduce(secretary, plan, new Date(from));
        await markHouses(gridWorker, plan);
      })]);
      await settle();
      await publishNotices(writer!, people[0]!, clock, new Date(from));
      await speakAsHere(people[0]!);
      await reportAdvert(api, clock, new Date(from), writer!, people[1]!);
      await Promise.all([writeLetters(one!, people[0]!, people[1]!, new Date(from)), hearOfToday(api, people[0]!), fillTheBoard(api), keepWell(api, people[0]!)]);
      await liveTogether(one!, other!, writer!, clock, new Date(from));
      await leaveGreetings(api, clock, new Date(from));
      await settle();
      await mark({ open: true, done: false });
    } finally { clock.end(); }
  }
  const rest = async (): Promise<void> => {
    const people = await api.signIn(...cadres);
    await perVillage(people, async (secretary, gridWorker, plan) => {
      await visitHouses(gridWorker, secretary, plan, new Date(from));
      await findBuddies(gridWorker, plan);
      await linkHouses(secretary, plan);
    });
    await mark({ open: true, done: true });
  };
  return { milliseconds: before?.open ? null : Math.round(performance.now() - started), rest };
};
