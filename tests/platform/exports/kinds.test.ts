import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../../../infra/build/features.ts";
import { allKinds } from "../../../functions/core/kinds.ts";
import type { Kind } from "../../../functions/core/rows.ts";

/** Fields in which a person's name, number or words may stand. */
const PERSONAL = /^(name|names|says|head|sweeper|witness|saidBy|phone|phones|words|text|texts|note|why|reason|transcript|voice|hometown|title|about|label|address|contact|sentence|summary)$|Name$|[^t]Phone$|Words$|Text$/;

/** Kinds whose fields only look personal, and why nobody stands in them. */
const NOBODY: Readonly<Record<string, string>> = {
  "village|LANG": "the name of a language", "village|LANGWORDS": "the page's own sentences in a language", "village|HOOKSENT": "the name of an event, and why a machine did not take it",
  "village|ALIVE": "the village's own name beside its numbers",
  "village|VILLAGE": "names of the village", "area|COUNTY": "names of places", "region|REGION": "name of the region", "region|HOMENAME": "names of the village",
  "region|INTAKE": "names of the village", "village|EVENT": "the name of what happened", "area|EVENT": "the name of what happened", "region|EVENT": "the name of what happened",
  "village|NOTICE": "an office's public text", "area|WARN": "an office's warning", "village|ALERT": "an office's warning, the village's copy", "area|SAVED": "the name of a place",
  "village|HOMEPROFILE": "what the village says of itself", "village|IMPORT": "what is wrong with a line, as a code", "village|HANDOVER": "what waited for an office, said without names", "region|ERASURE": "why it was asked, as a code; names and numbers go when it is done",
};

const fieldsOf = (schema: unknown, deep = 0): string[] => {
  const def = (schema as { _zod?: { def?: Record<string, unknown> } } | undefined)?._zod?.def;
  if (!def || deep > 8) return [];
  const shape = def["shape"] as Record<string, unknown> | undefined;
  const inner = [def["element"], def["innerType"], def["valueType"], def["in"], ...((def["options"] as unknown[] | undefined) ?? []), ...((def["items"] as unknown[] | undefined) ?? [])].filter(Boolean);
  return [...Object.keys(shape ?? {}), ...Object.values(shape ?? {}).flatMap((each) => fieldsOf(each, deep + 1)), ...inner.flatMap((each) => fieldsOf(each, deep + 1))];
};
const personal = (kind: Kind<unknown>): string[] => [...new Set(fieldsOf(kind.schema))].filter((field) => PERSONAL.test(field));

describe("the list of all kinds of rows", () => {
  it("misses none that is declared anywhere", () => {
    const declared = globSync("functions/**/*.ts", { cwd: ROOT }).flatMap((file) => [...readFileSync(join(ROOT, file), "utf8").matchAll(/[ =]row\("([A-Z]+)"/g)].map((match) => match[1]!));
    const known = new Set([...allKinds().values()].map((kind) => kind.prefix));
    expect([...new Set(declared)].filter((prefix) => !known.has(prefix))).toEqual([]);
    expect(declared.length).toBeGreaterThan(50);
  });
});

describe("every kind of row in which somebody could be named", () => {
  it("says what is left of it when they are erased, or stands here with the reason why nobody is in it", () => {
    const silent = [...allKinds()].filter(([key, kind]) => !kind.erase && personal(kind).length > 0 && NOBODY[key] === undefined).map(([key, kind]) => `${key}: ${personal(kind).join(", ")}`);
    expect(silent).toEqual([]);
  });
  it("is not excused by a reason that is no longer true", () => {
    const stale = Object.keys(NOBODY).filter((key) => { const kind = allKinds().get(key); return !kind || kind.erase || personal(kind).length === 0; });
    expect(stale).toEqual([]);
  });
  it("keeps secrets and sessions at home when a village leaves", () => {
    const hashed = [...allKinds().values()].filter((kind) => kind.at === "village" && kind.carry !== "never" && !kind.carried && fieldsOf(kind.schema).some((field) => /^(hash|code|secret|device|devices|token)$/.test(field)));
    // Hashes of links and files, the code of a language, the code in a printed sheet's foot: no secrets.
    expect(hashed.map((kind) => kind.prefix).filter((prefix) => !["SEAL", "MEDIA", "LANG", "LANGWORDS", "PAPER", "PAPERED"].includes(prefix))).toEqual([]);
  });
});
