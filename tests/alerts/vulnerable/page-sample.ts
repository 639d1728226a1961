import type { Answers } from "../../core/still-server.ts";
import { CALM, VILLAGE } from "../../core/web-sample.ts";
import { own } from "../../platform/pages.ts";

const V = "alerts/vulnerable";
export const HOUSE = "01JHSE00000000000000000009";
const AT = "2026-05-01T02:00:00.000Z";
const buddy = (id: string, name: string, state: string, near = true) => ({ id, person: `p-${id}`, name, state, near, version: 0 });
export const LINE = {
  household: HOUSE, no: "9", group: "2", names: ["周*生"], reasons: ["alone", "no-phone", "hazard-house"], highRisk: true, consent: { given: true, by: "person", at: AT },
  buddies: [buddy("b1", "王德明", "accepted", false), buddy("b2", "何玉珍", "asked")], near: 0, wanted: 2, red: true, checkedAt: null, checkDue: true,
};
const candidate = (person: string, name: string, no: string, helps = 0) => ({ person, name, no, group: "2", helps });
export const OWN = { household: HOUSE, reasons: ["alone", "no-phone"], consent: null, buddies: [], wanted: 2, mayConsent: true, checkedAt: null, checkDue: false };
const helping = (id: string, state: string, reasons: string[]) => ({ id, household: HOUSE, no: "9", group: "2", person: "p1", name: "张三", state, since: AT, head: "周福生", reasons, version: 1 });

export const SESSION = { person: "p1", name: "张三", whos: { [VILLAGE]: ["villager", "household"] } };
export const OFFICER = { person: "p9", name: "李大姐", whos: { [VILLAGE]: ["villager", "household", "office:grid-worker"] } };
export const ANSWERS: Answers = {
  ...CALM, [`GET ${own(V, "/mine")}`]: { own: OWN, helping: [helping("01JBDD00000000000000000001", "asked", []), helping("01JBDD00000000000000000002", "accepted", ["bed-bound", "deaf"])], away: null },
  [`POST ${own(V, "/mine/consent")}`]: { ...OWN, consent: { given: true, by: "person", at: AT } }, [`PUT ${own(V, "/mine/away")}`]: { until: "2027-07-05" },
  [`POST ${own(V, "/01JBDD00000000000000000001/accept")}`]: helping("01JBDD00000000000000000001", "accepted", []),
  [`GET ${own(V)}`]: { items: [LINE, { ...LINE, household: "01JHSE00000000000000000012", no: "12", red: false, near: 1, reasons: ["deaf"], buddies: [buddy("b3", "谢美霞", "accepted")] }], next: null, season: true, red: 1 },
  [`GET ${own(V, `/${HOUSE}`)}`]: LINE, [`GET ${own(V, `/${HOUSE}/candidates`)}`]: { items: [candidate("c1", "邓长根", "11"), candidate("c2", "何桂生", "13", 1)] },
  [`POST ${own(V, `/${HOUSE}/buddies`)}`]: LINE, [`POST ${own(V, "/b2/accept")}`]: helping("b2", "accepted", []), [`POST ${own(V, `/${HOUSE}/checked`)}`]: LINE,
};
