import { LISTS } from "../../../shared/platform/open-interfaces/hooked.ts";
import { titlesOf } from "../../../shared/contract/profile.ts";
import { noticesFor } from "../../affairs/notices/reads.ts";
import { holdersOf } from "../offices/reads.ts";
import type { For } from "./given.ts";
import { atom, csv } from "./rules.ts";

type Given = Pick<For<"csv">, "table" | "village" | "now">;
/** What holds for the whole village now, newest first; nothing that is for groups or houses. */
const notices = async ({ table, village, now }: Given) =>
  village.off.includes("affairs/notices") ? [] : (await noticesFor(table, { household: null, group: "" }, now)).flatMap(({ notice }) => (notice.state === "published" && notice.publishedAt ? [{ ...notice, publishedAt: notice.publishedAt }] : []));

export const list = async (given: For<"csv">) => {
  const { params, village, facts, table, region, fail } = given;
  if (!(LISTS as readonly string[]).includes(params.list)) return fail("not-found");
  if (params.list === "notices") return csv(["id", "title", "text", "published", "until", "kind"], (await notices(given)).map((each) => [each.id, each.title, each.text, each.publishedAt, each.until ?? "", each.kind]));
  if (village.off.includes("platform/offices")) return fail("not-found");
  return csv(["office", "zh", "en", "holder"], (await holdersOf(table, region, village, facts.profile)).map(({ office, name }) => { const { zh, en } = titlesOf(facts.profile, "village", office); return [office, zh, en, name]; }));
};

export const feed = async (given: For<"feed">) => {
  const { village, origin, language, now } = given;
  const all = await notices(given);
  const self = `${origin}/open/platform/open-interfaces/villages/${village.id}/feed`;
  return atom({
    id: self, self, title: village.names[language] ?? village.names["zh"] ?? village.id, updated: all[0]?.publishedAt ?? now.toISOString(),
    entries: all.map((each) => ({ id: `urn:wecountry:${village.id}:${each.id}`, title: each.title, text: each.text, at: each.publishedAt, link: `${origin}/v/${village.id}/affairs/notices/${each.id}` })),
  });
};
