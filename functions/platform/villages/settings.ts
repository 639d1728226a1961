import type { Setting } from "../../../shared/contract/settings.ts";

/** Every setting a feature declares, by "<section>/<feature>.<setting>"; read only when somebody looks at or changes one. */
export const declared = async (): Promise<Map<string, Setting>> => {
  const { contracts } = await import("../../../shared/registry.ts");
  return new Map(Object.entries(contracts).flatMap(([feature, contract]) => Object.entries(contract.settings ?? {}).map(([name, setting]) => [`${feature}.${name}`, setting] as const)));
};

/** The first of these choices that is no setting, or no value of it; null when all fit. */
export const fitting = async (chosen: Readonly<Record<string, unknown>>): Promise<{ setting: string; reason: string } | null> => {
  if (Object.keys(chosen).length === 0) return null;
  const all = await declared();
  for (const [setting, value] of Object.entries(chosen)) {
    const known = all.get(setting);
    if (!known) return { setting, reason: "not-a-list-member" };
    if (!known.schema.safeParse(value).success) return { setting, reason: "invalid_value" };
  }
  return null;
};
