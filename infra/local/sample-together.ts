import { readFileSync } from "node:fs";
import type { Someone } from "./sample-api.ts";
import type { StoryClock } from "./sample-clock.ts";
import { sayIn } from "./sample-language.ts";
import { QINGSHAN } from "./sample-people.ts";

interface Said { readonly [route: string]: Readonly<Record<string, unknown>> }
const HOUR = 3_600_000;
const after = (from: Date, hours: number): string => new Date(from.getTime() + hours * HOUR).toISOString();

/**
 * What neighbours do together on the sample's evening: a cow is looked for and seen, dumplings are called, chicks are counted, a cupboard is
 * carried and thanked for, a good deed is told, and somebody drives to town in the morning. Fifteen calls.
 * @param one @param other two villagers of Qingshan @param writer an officer who calls the event
 */
export const liveTogether = async (one: Someone, other: Someone, writer: Someone, clock: StoryClock, from: Date): Promise<void> => {
  const said = JSON.parse(readFileSync(new URL(sayIn({ zh: "sample/together.json", en: "sample/together.en.json" }), import.meta.url), "utf8")) as Said;
  const at = (minutes: number): void => clock.at(new Date(from.getTime() + minutes * 60_000));
  const does = (who: Someone, feature: string, route: string, text: string, more: object = {}, id?: unknown) =>
    who(feature, route, { village: QINGSHAN, body: { ...said[text], ...more }, ...(id === undefined ? {} : { params: { id: String(id) } }) });

  at(5);
  const event = await does(writer, "circle/events", "call", "event", { startsAt: after(from, 44), endsAt: after(from, 47) });
  await does(one, "circle/events", "sign-up", "come", {}, event["id"]);
  await does(other, "circle/events", "take", "bring", { id: (event["needs"] as { id: string }[])[0]!.id }, event["id"]);
  at(12);
  const cow = await does(one, "circle/lost-found", "report", "cow");
  const list = await does(writer, "affairs/sign-ups", "open", "list", { closesAt: after(from, 70) });
  await does(one, "affairs/sign-ups", "join", "line", {}, list["id"]);
  await does(other, "affairs/sign-ups", "join", "helped-line", {}, list["id"]);
  at(26);
  await does(other, "circle/lost-found", "see", "seen", {}, cow["id"]);
  const ask = await does(one, "circle/mutual-help", "ask", "ask");
  const offered = await does(other, "circle/mutual-help", "offer", "offer", {}, ask["id"]);
  await does(one, "circle/mutual-help", "accept", "accept", { offer: (offered["offers"] as { id: string }[])[0]!.id }, ask["id"]);
  at(41);
  await does(one, "circle/good-deeds", "nominate", "deed");
  await does(writer, "services/errands", "setPoint", "point");
  await does(other, "services/errands", "offer", "trip", { at: after(from, 12) });
  await does(one, "services/errands", "offer", "fetch");
};
