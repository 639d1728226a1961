import { readFileSync } from "node:fs";
import { PROFILES } from "../../shared/contract/profile.ts";
import { environment } from "../../functions/core/environment.ts";
import { stableId } from "../../functions/core/stable-id.ts";
import type { Answer, SampleApi, Someone } from "./sample-api.ts";
import { COUNTY, HEBIAN, named, QINGSHAN, TOWNSHIP } from "./sample-people.ts";

/** A roll as it was typed; where English comes first, messages do too. */
const roll = (name: string): string => {
  const typed = readFileSync(new URL(`sample/${name}.csv`, import.meta.url), "utf8");
  return environment().region.languages[0] === "en" ? typed.replaceAll(",zh,", ",en,") : typed;
};

interface Both { readonly zh: string; readonly en: string }
export interface VillagePlan {
  readonly id: string; readonly roll: string; readonly names: { readonly zh: string; readonly en: string };
  readonly secretary: { readonly name: string; readonly phone: string; readonly house: string };
  /** Posts beside the secretary's: who, from which house. */
  readonly posts: readonly (readonly [office: string, name: string, house: string])[];
  readonly profile: { readonly about: Both; readonly specialities: readonly Both[] };
  readonly season: Both | null;
  /** Houses with a hazard mark. */
  readonly marks: readonly { readonly code: string; readonly houses: readonly number[] }[];
  /** Who writes the marks down at the doors. */
  readonly gridWorker: string;
}
const houses = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);

export const VILLAGES: readonly VillagePlan[] = [
  {
    id: QINGSHAN, roll: "qingshan", names: { zh: "青山村", en: "Qingshan" }, secretary: { name: "王建国", phone: "+8613800001021", house: "21" },
    posts: [
      ["director", "陈立新", "24"], ["committee", "李明霞", "27"], ["committee", "赵永强", "14"], ["accountant", "孙丽萍", "30"], ["supervisor", "何志远", "33"], ["grid-worker", "吴晓燕", "4"],
      ["group-leader", "刘水生", "2"], ["group-leader", "肖庆祥", "18"], ["group-leader", "罗光辉", "43"], ["doctor", "郑春兰", "38"],
    ],
    profile: {
      about: { zh: "四十八户人家,一条河,满山的橙子。桥是大家一起修的。", en: "Forty-eight households, a river, oranges all over the hills. We built the bridge together." },
      specialities: [{ zh: "脐橙", en: "navel oranges" }, { zh: "茶油", en: "tea-seed oil" }],
    },
    season: { zh: "脐橙十一月下旬开摘", en: "Navel oranges from late November" },
    marks: [{ code: "river", houses: houses(1, 14) }, { code: "slope", houses: houses(34, 37) }], gridWorker: "+8613800001004",
  },
  {
    id: HEBIAN, roll: "hebian", names: { zh: "河边村", en: "Hebian" }, secretary: { name: "李强", phone: "+8613800002001", house: "1" },
    posts: [["director", "孙志民", "15"], ["committee", "陈春香", "5"], ["accountant", "肖世民", "11"], ["supervisor", "周石安", "8"], ["grid-worker", "陈春香", "5"], ["group-leader", "何冬生", "3"]],
    profile: { about: { zh: "水库下游第一个村,二十四户。", en: "The first village below the dam, twenty-four households." }, specialities: [{ zh: "河虾", en: "river shrimp" }] },
    season: null,
    marks: [{ code: "river", houses: houses(9, 16) }, { code: "dam", houses: houses(5, 16) }], gridWorker: "+8613800002005",
  },
];
const personId = (village: string, house: string, name: string): string => stableId(`${village}|${house}|${name}`);

/** The first operator, with the setup code; then county, township and their officers. */
export const openTheCounty = async (api: SampleApi, setupCode: string): Promise<Someone> => {
  const { name, number } = named("唐宁");
  await api.guest("whoever has the setup code")("platform/villages", "begin", { body: { setupCode, name, phone: number }, mayFail: ["already-begun"] });
  const [operator] = (await api.signIn(number)) as [Someone];
  await operator("platform/villages", "openCounty", { body: { ...COUNTY, townships: [TOWNSHIP] }, mayFail: ["already-open"] });
  const post = (office: string, who: string, phone: string, township?: string): Promise<Answer> =>
    operator("platform/offices", "giveCounty", { area: COUNTY.id, params: { office }, body: { name: who, phone, ...(township ? { township } : {}) }, mayFail: ["already-holds"] });
  await post("director", "高文", "13800009003");
  await post("duty-officer", "林晓峰", "13800009001");
  await post("duty-officer", "周敏", "13800009002");
  await post("duty-officer", "彭亮", "13800009004", TOWNSHIP.id);
  await post("director", "罗静", "13800009005", TOWNSHIP.id);
  return operator;
};

/** A village opened by the operator, its roll taken in. */
export const openTheVillage = async (operator: Someone, plan: VillagePlan): Promise<void> => {
  await operator("platform/villages", "open", { body: { id: plan.id, names: plan.names, secretary: plan.secretary }, mayFail: ["already-open"] });
  const taken = await operator("platform/villages", "importRoll", { village: plan.id, body: { csv: roll(plan.roll) } });
  if ((taken["bad"] as readonly unknown[]).length > 0) throw new Error(`lines of ${plan.roll}.csv are wrong: ${JSON.stringify(taken["bad"])}`);
};

/** Two people give each post: the operator asks, the secretary confirms. */
export const givePosts = async (operator: Someone, secretary: Someone, plan: VillagePlan): Promise<void> => {
  const { village: posts } = PROFILES[environment().region.profile];
  for (const [called, name, house] of plan.posts) {
    const office = called === "doctor" && !("doctor" in posts) ? "health-worker" : called;
    if (!(office in posts)) continue;
    const asked = await operator("platform/offices", "give", { village: plan.id, params: { office }, body: { person: personId(plan.id, house, name) }, mayFail: ["already-holds"] });
    if (asked["giving"]) await secretary("platform/offices", "confirm", { village: plan.id, params: { id: String(asked["giving"]) }, body: {}, mayFail: ["not-allowed-now"] });
  }
};

/** What a village says of itself on its first page. */
export const introduce = async (secretary: Someone, plan: VillagePlan, from: Date): Promise<void> => {
  const until = new Date(from.getTime() + 60 * 86_400_000).toISOString().slice(0, 10);
  await secretary("affairs/village-home", "profile", { village: plan.id, body: { ...plan.profile, season: plan.season ? { line: plan.season, until } : null } });
};

/** Choices of places kept for the next time. */
export const saveAreas = async (officer: Someone): Promise<void> => {
  const both = (mark: string): { village: string; mark: string }[] => [QINGSHAN, HEBIAN].map((village) => ({ village, mark }));
  await officer("alerts/warnings", "saveArea", { area: COUNTY.id, body: { name: "水库下游沿河 Below the dam", parts: both("river") } });
  await officer("alerts/warnings", "saveArea", { area: COUNTY.id, body: { name: "青山村滑坡点 Slope of Qingshan", parts: [{ village: QINGSHAN, mark: "slope" }] } });
  await officer("alerts/warnings", "saveArea", { area: COUNTY.id, body: { name: "全部两个村 Both villages", parts: [QINGSHAN, HEBIAN].map((village) => ({ village })) } });
};
