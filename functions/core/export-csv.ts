import type { Line } from "./export.ts";
import { kindOf, prefixOf } from "./kinds.ts";

/** A spreadsheet runs what begins like a formula: such a cell gets an apostrophe; a phone number or a plain figure does not. */
const FORMULA = /^[=@\t\r]|^[+-](?![\d.]+$)/;
const cell = (value: unknown): string => {
  const plain = value === undefined || value === null ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);
  const text = typeof value === "string" && FORMULA.test(plain) ? `'${plain}` : plain;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const EVENT = ["id", "name", "at", "by", "office", "behalf", "channel", "data", "villages", "public", "seal"];
const columnsOf = (line: Line): string[] => {
  const prefix = prefixOf(line.sk);
  if (prefix === "EVENT") return EVENT;
  const shape = (kindOf(line.at ?? "village", line.sk)?.schema as { shape?: Readonly<Record<string, unknown>> } | undefined)?.shape;
  return shape ? Object.keys(shape) : Object.keys(line.value).sort();
};

/** Lines of one kind as a table: the key after the prefix, then the fields its schema names; what is not a plain value stands as JSON. */
export const csvOf = (lines: readonly Line[]): string => {
  if (!lines[0]) return "";
  const columns = columnsOf(lines[0]);
  const rows = lines.map((line) => [line.sk.slice(prefixOf(line.sk).length + 1), ...columns.map((name) => line.value[name])].map(cell).join(","));
  return [["key", ...columns].join(","), ...rows, ""].join("\r\n");
};
