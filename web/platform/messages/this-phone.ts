import { call } from "../../core/client/client.ts";
import { FEATURE } from "./line.tsx";

export type Phone = "cannot" | "refused" | "on" | "off";
const able = (): boolean => "serviceWorker" in navigator && "PushManager" in globalThis && "Notification" in globalThis;
const subscription = async (): Promise<PushSubscription | null> => ((await navigator.serviceWorker.getRegistration())?.pushManager.getSubscription() ?? null);

/** Whether this phone can show that there is something, and does. */
export const phone = async (): Promise<Phone> =>
  !able() || !(await navigator.serviceWorker.getRegistration()) ? "cannot" : Notification.permission === "denied" ? "refused" : (await subscription()) ? "on" : "off";

/** Asks the reader's browser, makes a subscription with the region's key and tells the village of it. */
export const turnOn = async (): Promise<Phone> => {
  if ((await Notification.requestPermission()) !== "granted") return phone();
  const [{ key }, worker] = await Promise.all([call(FEATURE, "pushKey", {}), navigator.serviceWorker.ready]);
  const made = (await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })).toJSON();
  await call(FEATURE, "subscribe", { body: { endpoint: made.endpoint ?? "", keys: { p256dh: made.keys?.["p256dh"] ?? "", auth: made.keys?.["auth"] ?? "" } } });
  return "on";
};
export const turnOff = async (): Promise<Phone> => {
  await call(FEATURE, "unsubscribe", {});
  await (await subscription())?.unsubscribe();
  return "off";
};
