import { refuse, Refusal, type CommonProblem, type ProblemExtra, PROBLEMS } from "../../shared/contract/problem.ts";
import type { FeatureCode, Given } from "./implement.ts";
import type { Access } from "./access.ts";
import { settingsFor } from "./access.ts";
import { clock } from "./clock.ts";
import { environment } from "./environment.ts";
import { wordsIn } from "../../shared/contract/profile.ts";
import { countyOf } from "../../shared/contract/region.ts";
import type { Place } from "./keys.ts";
import { keyedHash } from "./secrets.ts";
import { openTable } from "./table.ts";

/** A refusal by a feature's own declared code, else by a common one. */
export const failer = (fails: Readonly<Record<string, number>> | undefined) => (code: string, extra: ProblemExtra = {}): Refusal =>
  fails && code in fails ? new Refusal(code, fails[code]!, extra) : code in PROBLEMS ? refuse(code as CommonProblem, extra) : refuse("unexpected");

/** What handlers, moves, listeners and work have in common. */
export const givenFor = (feature: FeatureCode, place: Place, access: Pick<Access, "village" | "county" | "region">, reader: string, now: Date, fails?: Readonly<Record<string, number>>): Given<FeatureCode["contract"], "village", string> => {
  const facts = environment().region;
  const county: Place = { at: "area", id: place.at === "village" ? countyOf(facts, place.id) : place.id };
  return {
    table: openTable(place, reader), county: openTable(county, reader), region: openTable({ at: "region", id: facts.name }, reader),
    village: access.village as NonNullable<Access["village"]>, countyRow: access.county, regionRow: access.region,
    inVillage: (id) => {
      if (place.at === "village" ? id !== place.id : place.at === "area" && countyOf(facts, id) !== place.id) throw refuse("not-found");
      return openTable({ at: "village", id }, reader);
    },
    origin: environment().origin, facts, place, settings: settingsFor(feature.name, feature.contract, access.village) as never, words: wordsIn(facts.profile, feature.words),
    now, newId: () => clock().id(now), hash: (text) => keyedHash("phone", text), fail: failer(fails),
  };
};
