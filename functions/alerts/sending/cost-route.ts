import type { contract } from "../../../shared/alerts/sending/contract.ts";
import { Village, type RouteGiven, type Table } from "../../core/implement.ts";
import { asItLeaves, longest, MOST_PARTS, reachOf, shorterBy, sum, type Reach } from "./cost.ts";

type Given = RouteGiven<typeof contract, (typeof contract)["routes"]["cost"]>;
interface Place { readonly table: Table; readonly village: Village }

/** So many villages are counted at once. */
const AT_ONCE = 8;

/** A village of this county that the caller speaks for, or null. */
const placeOf = async ({ inVillage, caller }: Given, id: string): Promise<Place | null> => {
  if (!caller.holds.some((each) => each.startsWith("county:")) && id !== caller.homeVillage) return null;
  try {
    const table = inVillage(id);
    const village = await table.get(Village, "");
    return village ? { table, village } : null;
  } catch { return null; }
};

/** How many people, how long and how much, before anything is sent. */
export const costOf = async (given: Given) => {
  const { body, facts, fail, now, origin } = given;
  const first = facts.languages[0]!;
  const byVillage = [...Map.groupBy(body.parts, (part) => part.village)];
  const found: { readonly place: Place; readonly reach: Reach }[] = [];
  for (let i = 0; i < byVillage.length; i += AT_ONCE) {
    const some = await Promise.all(byVillage.slice(i, i + AT_ONCE).map(async ([id, parts]) => {
      const place = await placeOf(given, id);
      return place && { place, reach: await reachOf(place.table, parts, first, now.getUTCFullYear()) };
    }));
    if (some.includes(null)) return fail("unknown-village");
    found.push(...some.filter((each) => each !== null));
  }
  const reach = sum(found.map((each) => each.reach));
  const counts = longest(found.map(({ place: { village } }) => ({
    zh: asItLeaves(body.sms.zh, village.names, village.id, "zh", facts, origin), en: asItLeaves(body.sms.en, village.names, village.id, "en", facts, origin),
  })));
  const over = facts.languages.map((language) => counts[language]).find((count) => count.parts > MOST_PARTS);
  if (over) return fail("too-long", { detail: { parts: over.parts, units: over.units, most: MOST_PARTS } });
  const parts = reach.by.zh * counts.zh.parts + reach.by.en * counts.en.parts;
  const rate = facts.messaging.partsPerSecond;
  return {
    villages: found.length, households: reach.households, people: reach.people, vulnerable: reach.vulnerable, phones: reach.phones, withoutPhone: reach.withoutPhone,
    units: counts[first].units, encoding: counts[first].encoding, partsEach: counts[first].parts, parts, partsPerSecond: rate, seconds: Math.ceil(parts / rate), price: Math.round(parts * facts.messaging.partPrice), shorterBy: shorterBy(counts[first]),
  };
};
