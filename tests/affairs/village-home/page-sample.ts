import type { Answers } from "../../core/still-server.ts";
import { CALM, HOME, VILLAGE } from "../../core/web-sample.ts";
import { open, own } from "../../platform/pages.ts";

const F = "affairs/village-home";
const both = (zh: string, en: string) => ({ zh, en });
export const PROFILE = { about: both("我们村在资江边上，山上有橙，水里有鱼。", "Our village lies on the river, with oranges on the hill and fish in the water."), specialities: [both("脐橙", "navel oranges"), both("腊肉", "smoked pork")] };
export const SHOWN = { ...HOME, season: both("脐橙下树了", "Oranges are picked"), counts: { residents: 152, households: 41, groups: 3 }, officers: [{ office: "secretary", name: "王建国" }], profile: PROFILE, off: [] };
export const SESSION = { person: "p1", name: "张海燕", whos: { [VILLAGE]: ["villager", "household"] } };
export const OFFICER = { person: "p2", name: "王建国", whos: { [VILLAGE]: ["villager", "office:secretary"] } };
export const ANSWERS: Answers = { ...CALM, [`GET ${open(F)}`]: SHOWN, [`GET ${open(F, "/profile")}`]: { ...PROFILE, season: null, version: 2 }, [`PUT ${own(F, "/profile")}`]: { ...PROFILE, season: null, version: 3 } };
