import { LinkHouse } from "../../../functions/cadres/linked-households/rows.ts";
import { Member, Person } from "../../../functions/core/access-rows.ts";
import { handler as home } from "../../../functions/affairs/village-home/handlers.ts";
import { handler as answers } from "../../../functions/alerts/answers/handlers.ts";
import { handler as away } from "../../../functions/circle/away/handlers.ts";
import { handler as care } from "../../../functions/services/care/handlers.ts";
import { layHouse } from "../../alerts/answers/village.ts";
import { openStack, type As, type TestStack } from "../../core/stack.ts";

export const CARE = "services/care";
export const HOME = "affairs/village-home";
export const PHONE = "+8613800030001";
export const HOUR = 3_600_000;
/** A morning in China: eight o'clock of 10 June. */
export const EIGHT = "2026-06-10T00:00:00.000Z";

export interface Someone { readonly id: string; readonly as: As }
export interface Setting { readonly stack: TestStack; readonly a: string; readonly b: string; readonly mother: Someone; readonly daughter: Someone; readonly neighbour: Someone; readonly linked: Someone; readonly secretary: Someone; readonly stranger: Someone }

/** A mother at number 12 whose daughter works far away, a neighbour at 13, a woman at 14 who looks after the house, a secretary; and another village. */
export const openCare = async (): Promise<Setting> => {
  const stack = await openStack([care, away, answers, home]);
  stack.at(EIGHT);
  const [a, b] = [await stack.village(), await stack.village()];
  const lives = async (no: string, names: readonly string[], far: readonly string[] = [], phone?: string): Promise<Someone[]> => {
    const house = await layHouse(stack, a, no, names.map((name, i) => ({ name, ...(far.includes(name) ? { away: true as const } : {}), ...(i === 0 && phone ? { phone } : {}) })));
    return Promise.all(names.map(async (name, i) => {
      const id = house.people[i]!;
      await stack.store<Member>(Member, { person: id, name, state: "verified", paper: false, household: house.id, group: "1", bornIn: 1960, sleepsHere: !far.includes(name), head: i === 0, vulnerable: [], since: EIGHT }, { village: a });
      await stack.store(Person, { id, name, language: "zh", village: a, devices: { "device-of-the-test": { since: EIGHT, family: "test", label: "" } } }, {});
      return { id, as: stack.as(id, a) };
    }));
  };
  const [mother, daughter] = await lives("12", ["李桂花", "李娟"], ["李娟"], PHONE) as [Someone, Someone];
  const [neighbour] = await lives("13", ["王大山"]) as [Someone];
  const [linked] = await lives("14", ["陈秀兰"]) as [Someone];
  const secretary = await stack.person({ village: a, name: "王建国", offices: ["office:secretary"] });
  const stranger = await stack.person({ village: b, name: "外村人", offices: ["office:secretary"] });
  const household = (await stack.rows(`V#${a}`, `MEMBER#${mother.id}`))[0]!["household"] as string;
  await stack.store(LinkHouse, { household, link: null, person: linked.id, next: null }, { village: a });
  return { stack, a, b, mother, daughter, neighbour, linked, secretary, stranger };
};
