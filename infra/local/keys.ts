import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

/** What the embedded stack keeps secret; the session keys are added by the program itself. */
export interface LocalSecrets { readonly cursor: string; readonly phone: string; readonly setup: string; readonly push: string }

const secretText = (bytes: number): string => randomBytes(bytes).toString("base64url");

/** The secrets of a state folder, made once, readable by its owner alone. */
export const localSecrets = (file: string): LocalSecrets => {
  if (!existsSync(file)) writeFileSync(file, JSON.stringify({ cursor: secretText(32), phone: secretText(32), setup: secretText(18), push: secretText(32) }), { mode: 0o600, flag: "wx" });
  const kept = JSON.parse(readFileSync(file, "utf8")) as Partial<LocalSecrets> & Omit<LocalSecrets, "push">;
  if (kept.push) return { ...kept, push: kept.push };
  // A state folder from before there was web push.
  const all = { ...kept, push: secretText(32) };
  writeFileSync(file, JSON.stringify(all), { mode: 0o600 });
  return all;
};
