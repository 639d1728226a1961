import type { PublicHome } from "../../../shared/affairs/village-home/home.ts";
import { contract as guestbook } from "../../../shared/circle/guestbook/contract.ts";
import type { WordsFile } from "../../../shared/contract/language.ts";
import { settingsInForce } from "../../../shared/contract/settings.ts";
import { isSmall, latestShown, Member, Person, type Shown, type Table, type Village } from "../../core/implement.ts";
import { runningAlerts } from "../../alerts/warnings/reads.ts";
import type { For } from "./given.ts";
import { NOTHING, Profile, Summary } from "./rows.ts";
import { dayIn, doorsOf, guestLine, onDuty, overdueText, warningLine, worstFirst } from "./rules.ts";

const MOST_OFFICERS = 40;
const MOST_SHOWN = 20;
/** Who holds which post, named as the roll or their own row names them. */
const officersOf = async (table: Table, region: Table, village: Village): Promise<PublicHome["officers"]> => {
  const posts = Object.entries(village.offices).flatMap(([office, people]) => people.map((person) => ({ office, person }))).slice(0, MOST_OFFICERS);
  const people = [...new Set(posts.map(({ person }) => person))];
  const members = await table.many(Member, people);
  const strangers = people.filter((_, i) => !members[i]);
  const persons = await region.many(Person, strangers);
  const names = new Map([...people.map((id, i) => [id, members[i]?.name] as const), ...strangers.map((id, i) => [id, persons[i]?.name] as const)].flatMap(([id, name]) => (name ? [[id, name] as const] : [])));
  return posts.map(({ office, person }) => ({ office, name: names.get(person) ?? "" }));
};

/** One of a kind, the newest of it. */
const todayOf = (words: WordsFile, { notice, guest }: Summary, shown: readonly Shown[], off: readonly string[], now: Date): PublicHome["today"] => {
  const items = [
    ...(notice && (notice.until === null || notice.until > now.toISOString()) ? [{ feature: "affairs/notices", kind: "notice", id: notice.id, title: notice.title, at: notice.at }] : []),
    ...(guest ? [{ feature: "circle/guestbook", kind: "guest", id: guest.id, title: guestLine(words, guest), at: guest.at }] : []),
    // A notice is shown so that it can be talked about; here its own line, which comes first, stands for it.
    ...shown.map(({ feature, kind, thing, title, at, where }) => ({ feature, kind, id: thing, title, at, where })),
  ];
  return items.filter(({ feature, kind }, n) => !off.includes(feature) && items.findIndex((each) => each.kind === kind) === n).sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, 5)
    .map(({ feature, ...item }) => ({ where: `${feature}/${item.id}`, ...item }));
};

/** How long a guest may wait here before it is said. */
export const answerWithin = (village: Village): number =>
  settingsInForce("circle/guestbook", guestbook.settings, village.settings, isSmall(village))["answerWithin"] as number;

/** What everybody sees: one summary row, the profile, what runs, what was shown last, and the names of who holds a post. Nothing here grows with the village. */
export const home = async ({ table, region, village, facts, words, now }: For<"home">): Promise<PublicHome> => {
  const [kept, profile, alerts, officers, shown] = await Promise.all([
    table.get(Summary, ""), table.get(Profile, ""), runningAlerts(table, now), officersOf(table, region, village), latestShown(table, { sees: "public", off: village.off, now, most: MOST_SHOWN }),
  ]);
  const summary = kept ?? NOTHING;
  const worst = worstFirst(alerts)[0];
  const name = onDuty(officers);
  const guestWaits = village.off.includes("circle/guestbook") ? null : summary.guestWaits;
  return {
    village: { id: village.id, names: village.names }, warning: worst ? warningLine(worst, village.names) : null, duty: name === null ? null : { name, phone: facts.helpPhone },
    today: todayOf(words, summary, shown, village.off, now), doors: doorsOf(village),
    counts: { residents: village.residents, households: village.households, groups: summary.groups.length }, officers: officers.filter((each) => each.name !== ""),
    profile: profile && { about: profile.about, specialities: profile.specialities },
    season: profile?.season && profile.season.until >= dayIn(facts.zone, now) ? profile.season.line : null,
    overdue: overdueText(words, { guestWaits, answerWithin: answerWithin(village), loosened: summary.loosened, now, zone: facts.zone }), off: village.off,
  };
};
