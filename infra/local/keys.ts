import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

/** What the embedded stack keeps secret; the session keys are added by the program itself. */
export interface LocalSecrets { readonly cursor: string; readonly phone: string; readonly setup: string }

const secretText = (bytes: number): string => randomBytes(bytes).toString("base64url");

/** The secrets of a state folder, made once, readable by its owner alone. */
export const localSecrets = (file: string): LocalSecrets => {
  if (!existsSync(file)) writeFileSync(file, JSON.stringify({ cursor: secretText(32), phone: secretText(32), setup: secretText(18) }), { mode: 0o600, flag: "wx" });
  return JSON.parse(readFileSync(file, "utf8")) as LocalSecrets;
};
