import { readFileSync } from "node:fs";
import type { Someone } from "./sample-api.ts";
import type { StoryClock } from "./sample-clock.ts";
import { sayIn } from "./sample-language.ts";
import { QINGSHAN } from "./sample-people.ts";

interface Planned { readonly minutes: number; readonly days?: number; readonly kind: string; readonly title: string }

const MINUTE = 60_000;
const DAY = 86_400_000;

/** A committee member writes each notice, the secretary approves and publishes it. */
export const publishNotices = async (writer: Someone, secretary: Someone, clock: StoryClock, from: Date): Promise<void> => {
  const planned = JSON.parse(readFileSync(new URL(sayIn({ zh: "sample/notices.json", en: "sample/notices.en.json" }), import.meta.url), "utf8")) as readonly Planned[];
  for (const { minutes, days, ...notice } of planned) {
    clock.at(new Date(from.getTime() + minutes * MINUTE));
    const body = { ...notice, ...(days === undefined ? {} : { until: new Date(from.getTime() + days * DAY).toISOString() }) };
    const draft = await writer("affairs/notices", "draft", { village: QINGSHAN, body });
    const params = { id: String(draft["id"]) };
    if (notice.kind === "must-read") await secretary("affairs/notices", "approve", { village: QINGSHAN, params, body: {}, mayFail: ["not-allowed-now"] });
    await secretary("affairs/notices", "publish", { village: QINGSHAN, params, body: {}, mayFail: ["not-allowed-now"] });
  }
};
