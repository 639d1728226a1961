import { expect, test } from "vitest";
import * as z from "zod";
import { allKinds } from "../../functions/core/kinds.ts";
import { row } from "../../functions/core/rows.ts";
import "../../functions/kinds.ts";

test("no villager's row has a field with a name the table keeps for itself", () => {
  for (const kind of allKinds().values()) expect(Object.keys((kind.schema as unknown as z.ZodObject).shape).length, kind.prefix).toBeGreaterThan(0);
  expect(() => row("HOUSE", () => z.object({ pk: z.string() }), { id: () => "" }).schema).toThrow("a name the table keeps");
});
test("a row's shape is made once, and not before somebody reads one", () => {
  let made = 0;
  const kind = row("HOUSE", () => { made++; return z.object({ no: z.string() }); }, { id: ({ no }) => no });
  expect(made).toBe(0);
  expect([kind.schema.parse({ no: "7" }), kind.schema.parse({ no: "8" }), made]).toEqual([{ no: "7" }, { no: "8" }, 1]);
});
