import type { Answers } from "../../core/still-server.ts";
import { CALM, VILLAGE } from "../../core/web-sample.ts";
import { open, own } from "../../platform/pages.ts";

const H = "affairs/households";
const C = "alerts/contacts";
export const HOUSE = "01JHSE00000000000000000007";
const person = (id: string, name: string, bornIn: number, sleepsHere: boolean, head: boolean, vulnerable: string[] = []) => ({ person: id, name, bornIn, sleepsHere, head, vulnerable });
export const WHOLE = {
  id: HOUSE, no: "7", group: "一组", order: 3, hazards: ["river"], sleeping: 2, emptyChecked: null, version: 4, sensitive: true,
  people: [person("p1", "张海燕", 1978, true, true), person("p2", "张老根", 1941, true, false, ["bed-bound", "deaf"]), person("p3", "张小宇", 2006, false, false)],
};
/** What an office reads first: without what care is needed. */
export const SHUT = { ...WHOLE, sensitive: false, people: WHOLE.people.map((each) => ({ ...each, vulnerable: [] })) };
const LINE = { id: HOUSE, no: "7", group: "一组", order: 3, names: ["张*燕", "张*根"], people: 3, sleeping: 2, vulnerable: 1, hazards: ["river"], emptyChecked: null };
export const FIX = { id: "01JFXX00000000000000000001", household: HOUSE, no: "7", group: "一组", change: { what: "born", person: "p3", bornIn: 2005 }, why: "户口本上是2005", state: "proposed", reason: null, checkedBy: null, lack: false, history: [{ to: "proposed", at: "2026-04-30T02:00:00.000Z" }] };
const LOOK = { id: "01JLKK00000000000000000001", at: "2026-04-29T02:00:00.000Z", office: "office:grid-worker", name: "李大姐", purpose: "care", note: "", what: "file" };
const entry = (order: number, who: string, name: string, phone: string, more: object = {}) => ({ person: who, name, phone, order, language: "zh", canRead: true, hearsBadly: false, stopped: false, dead: false, lookedAt: false, lastSuccess: "2026-03-01T00:00:00.000Z", ...more });
export const BOOK = { household: HOUSE, checked: "2025-01-01T00:00:00.000Z", checkDue: true, version: 2, entries: [entry(0, "p1", "张海燕", "+8613800001001"), entry(1, "p2", "张老根", "+8613800001002", { dead: true, hearsBadly: true, canRead: false, lastSuccess: null })] };

export const SESSION = { person: "p1", name: "张海燕", whos: { [VILLAGE]: ["villager", "household"] } };
export const OFFICER = { person: "p9", name: "李大姐", whos: { [VILLAGE]: ["villager", "household", "office:grid-worker"] } };
const list = (...items: unknown[]) => ({ items, next: null });
export const ANSWERS: Answers = {
  ...CALM, [`GET ${own(H, "/mine")}`]: WHOLE, [`PUT ${own(H, "/mine/sleeping")}`]: { ...WHOLE, version: 5 }, [`GET ${own(H, "/mine/corrections")}`]: list({ ...FIX, state: "refused", reason: "户口本没有改" }), [`GET ${own(H, "/mine/looks")}`]: list(LOOK),
  [`POST ${own(H, "/corrections")}`]: FIX, [`GET ${open(H, "/count")}`]: { households: 41, residents: 152 }, [`GET ${own(H)}`]: list(LINE), [`GET ${own(H, "/corrections")}`]: list(FIX), [`POST ${own(H, `/${FIX.id}/accept`)}`]: { ...FIX, state: "accepted" },
  [`POST ${own(H, `/${FIX.id}/check`)}`]: { ...FIX, state: "checked", checkedBy: "door" }, [`POST ${own(H, `/${HOUSE}/sensitive`)}`]: WHOLE,
  [`POST ${own(H, `/${HOUSE}/look`)}`]: SHUT, [`PUT ${own(H, `/${HOUSE}/sleeping`)}`]: LINE, [`POST ${own(H, `/${HOUSE}/empty`)}`]: LINE, [`POST ${own(H, `/${HOUSE}/corrections`)}`]: FIX,
  [`GET ${own(C, "/mine")}`]: BOOK, [`PUT ${own(C, "/mine")}`]: { ...BOOK, version: 3 }, [`POST ${own(C, "/mine/checked")}`]: { ...BOOK, checkDue: false, checked: "2026-05-01T00:00:00.000Z" },
  [`POST ${own(C, "/mine/stop")}`]: { stopped: true, said: "好的，平常的消息不再发到 138****1001。有生命危险的警报还会发给您。" },
  [`GET ${own(C, "/dead")}`]: list({ household: HOUSE, no: "7", group: "一组", reached: false, numbers: [{ name: "张老根", phone: "138****1002" }] }), [`GET ${own(C, "/checks")}`]: list({ household: HOUSE, no: "7", group: "一组", checked: null, phones: 2 }),
  [`GET ${own(C, `/${HOUSE}`)}`]: { ...BOOK, entries: BOOK.entries.map((each) => ({ ...each, phone: "138****1001" })) },
};
