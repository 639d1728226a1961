import type { Answers } from "../../core/still-server.ts";
import { CALM, VILLAGE } from "../../core/web-sample.ts";
import { own } from "../../platform/pages.ts";

const M = "circle/members";
const list = (...items: unknown[]) => ({ items, next: null });
export const HOUSE = { id: "01JHSE00000000000000000007", no: "7", group: "一组", order: 3, names: ["张海燕", "张老根"], people: 2, sleeping: 2, vulnerable: 1, hazards: [], emptyChecked: null };
export const CLAIM = { id: "01JCXX00000000000000000001", name: "刘小芳", house: "7", group: "一组", state: "vouched", vouchers: 2, byOffice: false, alone: false, lack: false, reason: null, at: "2026-04-30T02:00:00.000Z" };
const waiting = (...may: string[]) => ({ ...CLAIM, may });
export const PERSON = { person: "p3", name: "李奶奶", group: "一组", state: "verified", paper: true, household: HOUSE.id, bornIn: 1938, sleepsHere: true, head: false, since: "2025-01-01T00:00:00.000Z", claim: null, ended: null };
const ME = { person: "p1", name: "张海燕", group: "一组", state: "verified", household: HOUSE.id, bornIn: 1978, sleepsHere: true, head: true, vulnerable: [], since: "2025-01-01T00:00:00.000Z" };
export const SESSION = { person: "p1", name: "张海燕", whos: { [VILLAGE]: ["villager", "household"] } };
export const OFFICER = { person: "p2", name: "王建国", whos: { [VILLAGE]: ["villager", "household", "office:secretary"] } };
export const SECOND = { person: "p8", name: "刘小芳", whos: {} };
export const OWN = { ...CLAIM, state: "claimed", vouchers: 1, waitsFor: "neighbours", lapses: "2026-06-29T02:00:00.000Z" };
export const ANSWERS: Answers = {
  ...CALM, [`GET ${own(M, "/me")}`]: { member: ME, claim: null, ended: null }, [`GET ${own(M, "/claims")}`]: list(waiting("vouch", "verify", "refuse")), [`GET ${own(M, `/claims/${CLAIM.id}`)}`]: waiting("vouch"), [`POST ${own(M, "/claims")}`]: OWN, [`POST ${own(M, `/${CLAIM.id}/vouch`)}`]: CLAIM, [`POST ${own(M, `/${CLAIM.id}/verify`)}`]: { ...CLAIM, state: "verified" },
  [`GET ${own(M)}`]: list(ME, { ...ME, person: "p3", name: "李*奶", paper: true }), [`POST ${own(M, "/paper")}`]: { person: "p9", state: "verified", paper: true, joined: false }, [`GET ${own("affairs/households")}`]: list(HOUSE),
  [`POST ${own(M, "/names")}`]: list({ ...ME, person: "p3", name: "李奶奶", paper: true }), [`POST ${own(M, "/people/p3/look")}`]: PERSON, [`POST ${own(M, "/people/p3/end")}`]: { ...ME, person: "p3", state: "moved" },
};
