import type { Answers } from "../../core/still-server.ts";
import { CALM, VILLAGE } from "../../core/web-sample.ts";

export const at = (route: string): string => `/v1/platform/sign-in/region${route}`;
const ME = {
  person: "p1", name: "张海燕", language: "zh", village: { id: VILLAGE, names: { zh: "青山村", en: "Qingshan" }, household: "h1" }, offices: [],
  devices: [{ device: "here", label: "", since: "2026-04-01T00:00:00.000Z", here: true }, { device: "lost", label: "", since: "2026-03-01T00:00:00.000Z", here: false }],
};
/** A villager who lives in a household. */
export const SESSION = { person: "p1", name: "张海燕", whos: { [VILLAGE]: ["villager", "household"] } };
export const ENTERED = { person: "p1", name: "张海燕", village: VILLAGE, offices: [] };
const SENT = { sent: true, digits: 6, seconds: 300 };
export const ANSWERS: Answers = { ...CALM, [`POST ${at("/ask")}`]: SENT, [`POST ${at("/enter")}`]: ENTERED, [`GET ${at("/me")}`]: ME, [`POST ${at("/leave")}`]: { done: true }, [`POST ${at("/devices/lost/forget")}`]: { done: true } };
