import { handler as households } from "../../functions/affairs/households/handlers.ts";
import { handler as contacts } from "../../functions/alerts/contacts/handlers.ts";
import { handler as rollCall } from "../../functions/alerts/roll-call/handlers.ts";
import { handler as warnings } from "../../functions/alerts/warnings/handlers.ts";
import { handler as members } from "../../functions/circle/members/handlers.ts";
import type { FeatureHandler } from "../../functions/core/implement.ts";
import { Village } from "../../functions/core/access-rows.ts";
import type { RegionFacts } from "../../shared/contract/region.ts";
import { importRoll, type RollPerson } from "../affairs/households/roll.ts";
import { openStack, type As, type TestStack } from "../core/stack.ts";

export interface TestCounty {
  readonly stack: TestStack;
  readonly a: string;
  readonly b: string;
  /** Two duty officers, so that one can approve the other's draft. */
  readonly officer: As;
  readonly second: As;
  readonly secretary: As;
  readonly foreigner: As;
  warn(over?: Record<string, unknown>): Promise<string>;
}

/** Four houses by the river: a family, a couple, a grandmother alone in bed, an old man without a phone. */
export const HOUSES: readonly RollPerson[] = [
  { house: "1", name: "李大山", head: true, bornIn: 1970, phone: "+8613800010001" }, { house: "1", name: "王秀兰", bornIn: 1972 }, { house: "1", name: "李小山", bornIn: 2010 },
  { house: "2", name: "张和平", head: true, bornIn: 1965, phone: "+8613800010002" }, { house: "2", name: "赵春花", bornIn: 1966, phone: "+8613800010003" },
  { house: "3", name: "孙奶奶", head: true, bornIn: 1940, phone: "+8613800010004", vulnerable: ["bed-bound", "alone"] },
  { house: "4", name: "周大爷", head: true, bornIn: 1938, vulnerable: ["no-phone"] },
];

/** Two villages with people, two duty officers, a secretary; warnings, roll and contact book, and whatever else a test brings. */
export const openCounty = async (more: readonly FeatureHandler[] = [], options: { facts?: Partial<RegionFacts>; houses?: readonly RollPerson[] } = {}): Promise<TestCounty> => {
  const stack = await openStack([households, members, contacts, warnings, rollCall, ...more], options.facts ? { facts: options.facts } : {});
  const [a, b] = [await stack.village(), await stack.village()];
  const officer = await stack.person({ offices: ["county:duty-officer"] });
  const second = await stack.person({ offices: ["county:duty-officer"] });
  const secretary = await stack.person({ village: a, name: "王书记", offices: ["office:secretary"] });
  const foreigner = await stack.person({ village: b, name: "外村人", offices: ["office:secretary"] });
  await importRoll(stack, a, options.houses ?? HOUSES);
  await importRoll(stack, b, HOUSES.map((each) => ({ ...each, ...(each.phone ? { phone: each.phone.replace("1000", "2000") } : {}) })));
  const warn = async (over: Record<string, unknown> = {}): Promise<string> => {
    const expires = new Date(stack.now().getTime() + 6 * 3_600_000).toISOString();
    const draft = await officer.as.call("alerts/warnings", "draft", { body: { kind: "order", status: "Exercise", hazard: "flash-flood", colour: "red", ask: "leave", parts: [{ village: a }], place: { zh: "村小学", en: "the village school" }, expires, ...over } });
    if (draft.status !== 200) throw new Error(draft.text);
    const put = await officer.as.call("alerts/warnings", "put-up", { params: { id: draft.body.id }, body: {} });
    if (put.body.state === "waiting") await second.as.call("alerts/warnings", "approve", { params: { id: draft.body.id }, body: {} });
    await stack.settle();
    return draft.body.id as string;
  };
  return { stack, a, b, officer: officer.as, second: second.as, secretary: secretary.as, foreigner: foreigner.as, warn };
};
export { Village };
