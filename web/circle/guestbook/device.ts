import { call } from "../../core/client/client.ts";

const KEY = "wecountry.greeted";
/** Whether this phone has left a greeting before: then its own greetings are asked for. */
export const hasGreeted = (): boolean => localStorage.getItem(KEY) !== null;
export const markGreeted = (): void => { try { localStorage.setItem(KEY, "1"); } catch { /* the wall still shows it */ } };

/** Gives the phone a number of its own before its first greeting, so that a guest without an account finds the answers again. */
export const numberThisPhone = async (): Promise<void> => {
  if (hasGreeted()) return;
  await call("platform/sign-in", "device", { quiet: true }).catch(() => undefined);
};
