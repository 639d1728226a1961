import { maskName } from "../../../shared/contract/text.ts";
import type { Stored } from "../../core/implement.ts";
import type { Fix, Household } from "./rows.ts";
import { headOf, knowsByName, sleepers, type Asker } from "./rules.ts";

/**
 * A household whole, the head first and then by age, for those who live there and for an office that said what for.
 * @param sensitive whether what makes people vulnerable is shown too
 */
export const whole = (house: Stored<Household>, sensitive = true) => {
  const head = headOf(house)?.person;
  const people = house.people.map((each) => ({ ...each, head: each.person === head, vulnerable: sensitive ? each.vulnerable : [] }))
    .sort((a, b) => Number(b.head) - Number(a.head) || (a.bornIn ?? 9999) - (b.bornIn ?? 9999));
  return { ...house, people, sleeping: sleepers(house).length, sensitive };
};

/** A household as a line of an office's list. */
export const line = (house: Household, asker: Asker) => ({
  id: house.id, no: house.no, group: house.group, order: house.order,
  names: house.people.map((each) => (knowsByName(asker, house.group) ? each.name : maskName(each.name))),
  people: house.people.length, sleeping: sleepers(house).length, vulnerable: house.people.filter((each) => each.vulnerable.length > 0).length,
  hazards: house.hazards, emptyChecked: house.emptyChecked,
});

export const correction = (fix: Fix) => ({ ...fix, history: fix.history.map(({ to, at, office }) => ({ to, at, ...(office ? { office } : {}) })) });
