import { handler as households } from "../../../functions/affairs/households/handlers.ts";
import { handler as notices } from "../../../functions/affairs/notices/handlers.ts";
import { handler as answers } from "../../../functions/alerts/answers/handlers.ts";
import { handler as contacts } from "../../../functions/alerts/contacts/handlers.ts";
import { handler as members } from "../../../functions/circle/members/handlers.ts";
import { Member } from "../../../functions/core/access-rows.ts";
import type { FeatureHandler } from "../../../functions/core/implement.ts";
import { handler as proxies } from "../../../functions/services/proxies/handlers.ts";
import { layHouse, type House } from "../../alerts/answers/village.ts";
import { openStack, type Answered, type As, type TestStack } from "../../core/stack.ts";

export const PROXIES = "services/proxies";
export const MOTHER_PHONE = "+8613800020001";
export const DAY = 86_400_000;

export interface Village { readonly stack: TestStack; readonly a: string; readonly b: string; readonly house: House; readonly mother: string; readonly father: string; readonly asMother: As; readonly cadre: { id: string; as: As } }

/** The house of an old couple: she has a phone, he has none. A grid worker. Another village. */
export const openVillage = async (more: readonly FeatureHandler[] = []): Promise<Village> => {
  const stack = await openStack([households, members, contacts, notices, answers, proxies, ...more]);
  stack.at("2026-06-10T08:00:00.000Z");
  const [a, b] = [await stack.village(), await stack.village()];
  const house = await layHouse(stack, a, "12", [{ name: "李桂花", phone: MOTHER_PHONE, weak: true }, { name: "李老实" }]);
  const [mother, father] = house.people as [string, string];
  for (const [person, name] of [[mother, "李桂花"], [father, "李老实"]] as const) {
    await stack.store<Member>(Member, { person, name, state: "verified", paper: true, household: house.id, group: "1", bornIn: 1945, sleepsHere: true, head: person === mother, vulnerable: [], since: stack.now().toISOString() }, { village: a });
  }
  const cadre = await stack.person({ village: a, name: "王网格", offices: ["office:grid-worker"] });
  return { stack, a, b, house, mother, father, asMother: await signedIn(stack, mother, a), cadre };
};

/** Somebody who is on a roll already signs in on a phone of their own. */
export const signedIn = async (stack: TestStack, id: string, village: string): Promise<As> => {
  const { Person } = await import("../../../functions/core/access-rows.ts");
  await stack.store(Person, { id, name: "", language: "zh", village, devices: { "device-of-the-test": { since: stack.now().toISOString(), family: "test", label: "" } } }, {});
  return stack.as(id, village);
};
/** A daughter far away who is no member of this village, nor of any other. */
export const daughter = (stack: TestStack): Promise<{ id: string; as: As }> => stack.person({ village: null, member: false });

export const asking = (over: Record<string, unknown> = {}): Record<string, unknown> =>
  ({ elder: "李桂花", house: "12", name: "李娟", relation: "daughter", scopes: ["alerts/answers", "affairs/households"], until: "2026-07-10", way: "sms", ...over });
export const codeOn = (stack: TestStack, phone: string): string => /\d{6}/.exec(stack.phones.to(phone).at(-1)?.text.replace(/打\S+$/, "") ?? "")?.[0] ?? "";
/** An act for another: the header the page sends. */
export const forHer = (as: As, elder: string): As => ({ call: (feature, route, given) => as.call(feature, route, { ...given, headers: { "x-acting-for": elder, ...given?.headers } }) });
export const typeOf = ({ status, body }: Answered): string => `${status} ${body.type ?? body.state ?? ""}`;
