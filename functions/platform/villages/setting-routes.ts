import type { contract } from "../../../shared/platform/villages/contract.ts";
import { holds, isSmall, put, Village, type AnswerOf, type Change, type Refusal, type RouteGiven } from "../../core/implement.ts";
import { inWords, labelOf } from "./habit-words.ts";
import { Loosened } from "./rows.ts";
import { declared } from "./settings.ts";

type Routes = (typeof contract)["routes"];
type GivenFor<K extends keyof Routes> = RouteGiven<typeof contract, Routes[K]>;
const NINETY_DAYS = 90 * 86_400_000;

/** How our village does it: each habit, the usual one, and what was loosened in the last ninety days. */
export const settings = async ({ table, village, words, facts }: GivenFor<"settings">): Promise<AnswerOf<Routes["settings"]>> => {
  const small = isSmall(village);
  const { habits } = await import("../../../shared/habits.ts");
  const loosened = new Map((await table.list(Loosened, { limit: 100 })).items.map((each) => [each.setting, each.at]));
  return {
    small,
    items: [...(await declared())].map(([setting, each]) => {
      const usual = small ? each.small : each.default;
      const own = each.schema.safeParse(village.settings[setting]);
      const value = own.success ? own.data : usual;
      return {
        setting, value, usual, own: own.success, small: small && JSON.stringify(each.small) !== JSON.stringify(each.default), loosenedAt: loosened.get(setting) ?? null,
        ...inWords(words, habits, facts.profile, setting, each, value, usual),
      };
    }),
    off: village.off.map((feature) => ({ feature, label: labelOf(habits, facts.profile, feature) })),
  };
};

/** Chooses a habit. Anybody who may choose may tighten; to loosen needs the office the setting names, and shows for ninety days. */
export const choose = async ({ table, village, body, caller, now, change, fail }: GivenFor<"choose">): Promise<Change | Refusal> => {
  const setting = (await declared()).get(body.setting);
  if (!setting) return fail("wrong-field", { field: "setting", reason: "not-a-list-member" });
  const value = setting.schema.safeParse(body.value);
  if (!value.success) return fail("wrong-field", { field: "value", reason: "invalid_value" });
  const own = setting.schema.safeParse(village.settings[body.setting]);
  const before = own.success ? own.data : isSmall(village) ? setting.small : setting.default;
  const loosened = setting.looser?.(before, value.data) ?? false;
  if (loosened && !holds(caller, ...setting.mayLoosen)) return fail("may-not-loosen");
  const old = loosened ? await table.get(Loosened, body.setting) : null;
  return change({
    writes: [
      put(Village, { ...village, settings: { ...village.settings, [body.setting]: value.data } }, { version: village.version }),
      ...(loosened ? [put(Loosened, { setting: body.setting, at: now.toISOString(), by: caller.person!, until: new Date(now.getTime() + NINETY_DAYS).toISOString() }, old ? { version: old.version } : "new")] : []),
    ],
    emits: { name: loosened ? "loosened" : "chosen", data: { setting: body.setting } }, answer: { setting: body.setting, loosened },
  });
};
