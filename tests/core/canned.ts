import * as z from "zod";
import { matchRoute, routesOf } from "../../functions/core/match.ts";
import { contracts } from "../../shared/registry.ts";

interface Schema { readonly type?: string | readonly string[]; readonly properties?: Record<string, Schema>; readonly required?: readonly string[]; readonly items?: Schema; readonly anyOf?: readonly Schema[]; readonly oneOf?: readonly Schema[]; readonly allOf?: readonly Schema[]; readonly enum?: readonly unknown[]; readonly const?: unknown; readonly format?: string; readonly pattern?: string; readonly minimum?: number; readonly minItems?: number; readonly maxLength?: number; readonly additionalProperties?: Schema | boolean; readonly propertyNames?: Schema; readonly $ref?: string; readonly $defs?: Record<string, Schema> }

export const ID = "01JQZX00000000000000000001";
const LONG = "从村口老槐树往东走三百米，过了石桥第二家就是，门口有一口大水缸。";
const TRIES = [ID, "431228103205", "431228103", "431228", "2026-05-01", "2026-05-01T01:00:00.000Z", "+8613800001007", "K7", "ABCDEFGHJK", "affairs/notices", "a", "1", "22:00", "river", "zh", "Asia/Shanghai"];
const text = (name: string, { pattern, format, maxLength }: Schema): string => {
  if (format === "date") return "2026-05-01";
  if (format === "date-time" || /(^|[a-z])(At|Until|Since)$|^(at|since|until|expires|from|to)$/.test(name) && !maxLength) return "2026-05-01T01:00:00.000Z";
  if (pattern) return TRIES.find((each) => new RegExp(pattern, "u").test(each)) ?? "a";
  if (/phone/i.test(name)) return "+8613800001007";
  if (/^(id|village|household|person|warning|event)$/i.test(name)) return ID;
  return maxLength !== undefined && maxLength < LONG.length ? "张三" : LONG;
};

/** A value a schema allows: as little as it may be, or something in every field, with long words. */
const make = (schema: Schema, full: boolean, name = "", depth = 0, defs: Record<string, Schema> = {}): unknown => {
  const known = { ...defs, ...schema.$defs };
  const again = (inner: Schema, as = name): unknown => make(inner, full, as, depth + 1, known);
  if (schema.$ref) return depth > 6 ? null : again(known[schema.$ref.split("/").at(-1)!] ?? {});
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const ways = schema.anyOf ?? schema.oneOf;
  if (ways) return again((full ? ways.find((each) => each.type !== "null") : ways.find((each) => each.type === "null")) ?? ways[0]!);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((each) => again(each) as object));
  const type = typeof schema.type === "object" ? schema.type[0] : schema.type;
  if (type === "array") return full || schema.minItems ? Array.from({ length: Math.max(schema.minItems ?? 0, full ? 2 : 0) }, () => again(schema.items ?? {})) : [];
  if (type === "object" && schema.properties) {
    return Object.fromEntries(Object.entries(schema.properties).filter(([field]) => full || schema.required?.includes(field)).map(([field, inner]) => [field, field === "next" ? null : again(inner, field)]));
  }
  if (type === "object") {
    const inner = typeof schema.additionalProperties === "object" ? schema.additionalProperties : { type: "string" };
    const keys = schema.propertyNames?.enum?.map(String) ?? (inner.type === "string" ? ["zh", "en"] : full ? ["a"] : []);
    return Object.fromEntries(keys.map((key) => [key, again(inner, key)]));
  }
  if (type === "string") return text(name, schema);
  if (type === "integer" || type === "number") return Math.max(schema.minimum ?? 0, full ? 3 : 0);
  if (type === "boolean") return full;
  return null;
};

/** A value that a zod schema allows, as it comes in (`input`) or as it is stored and goes out. */
export const madeBy = (schema: z.ZodType, full: boolean, io: "input" | "output" = "output"): unknown => make(z.toJSONSchema(schema, { unrepresentable: "any", io }) as Schema, full);

/** What the API answers by its contracts: nothing there yet, or something in every field. Null where there is no such route. */
export const canned = (method: string, path: string, full: boolean): unknown => {
  const [, name, place, , rest] = /^\/(?:v1|open)\/([\w-]+\/[\w-]+)\/(villages|areas|region)(?:\/([\w-]+))?(\/.*)?$/.exec(path.replace("/region/", "/region/-/").replace(/\/region$/, "/region/-")) ?? [];
  const contract = contracts[name ?? ""];
  if (!contract) return null;
  const found = matchRoute(routesOf(contract), method, place === "villages" ? "village" : place === "areas" ? "area" : "region", rest ?? "/");
  if (!found?.route.returns) return null;
  return madeBy(found.route.returns, full);
};
