import { createHmac, timingSafeEqual } from "node:crypto";
import { refuse } from "../../shared/contract/problem.ts";
import { secret } from "./secrets.ts";

const sign = async (body: string, reader: string): Promise<string> =>
  createHmac("sha256", await secret("cursor")).update(`${reader}\n${body}`).digest().subarray(0, 12).toString("base64url");

/** Where a list goes on, signed for its reader and village: another's cursor, or an edited one, is refused. */
export const sealCursor = async (key: Readonly<Record<string, unknown>>, reader: string): Promise<string> => {
  const body = Buffer.from(JSON.stringify(key)).toString("base64url");
  return `${body}.${await sign(body, reader)}`;
};

/** @throws Refusal wrong-field when the cursor was not made for this reader */
export const openCursor = async (cursor: string, reader: string): Promise<Record<string, unknown>> => {
  const [body = "", mark = ""] = cursor.split(".");
  const expected = Buffer.from(await sign(body, reader));
  const given = Buffer.from(mark);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) throw refuse("wrong-field", { field: "cursor", reason: "invalid_value" });
  return JSON.parse(Buffer.from(body, "base64url").toString("utf8")) as Record<string, unknown>;
};
