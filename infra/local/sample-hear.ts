import { readFileSync } from "node:fs";
import { clock } from "../../functions/core/clock.ts";
import { environment } from "../../functions/core/environment.ts";
import type { SampleApi, Someone } from "./sample-api.ts";
import { sayIn } from "./sample-language.ts";
import { QINGSHAN } from "./sample-people.ts";

interface Planned {
  /** `ago`: how many days before today it tells of. */
  readonly diary: readonly ({ readonly ago: number; readonly title: string; readonly words: string })[];
  readonly posts: readonly { readonly by: string; readonly audience: string; readonly words: string }[];
  readonly memories: readonly { readonly by: string; readonly [field: string]: unknown }[];
  readonly told: { readonly by: string; readonly words: string };
  readonly replies: readonly { readonly to: "diary" | "post"; readonly by?: string; readonly guest?: string; readonly name?: string; readonly words: string }[];
}
const DAY = 86_400_000;
const dayAgo = (ago: number): string => new Intl.DateTimeFormat("sv-SE", { timeZone: environment().region.zone, dateStyle: "short" }).format(clock().now().getTime() - ago * DAY);

/** What there is to hear on an ordinary day: the secretary's diary, what people post, an old story that is recognised, and what others say to it. */
export const hearOfToday = async (api: SampleApi, secretary: Someone): Promise<void> => {
  const plan = JSON.parse(readFileSync(new URL(sayIn({ zh: "sample/hear.json", en: "sample/hear.en.json" }), import.meta.url), "utf8")) as Planned;
  const numbers = [...new Set([...plan.posts, ...plan.memories, plan.told].map(({ by }) => by))];
  const signedIn = await api.signIn(...numbers);
  const people = new Map(numbers.map((number, i) => [number, signedIn[i]!]));
  const village = QINGSHAN;
  const ids = { diary: "", post: "", story: "" };
  for (const { ago, ...said } of plan.diary) ids.diary = String((await secretary("cadres/diary", "write", { village, body: { day: dayAgo(ago), ...said, publish: true } }))["id"]);
  for (const { by, ...body } of plan.posts.toReversed()) ids.post = String((await people.get(by)!("circle/posts", "write", { village, body }))["id"]);
  for (const { by, ...body } of plan.memories.toReversed()) ids.story = String((await people.get(by)!("circle/memory", "give", { village, body }))["id"]);
  const story = { village, params: { id: ids.story } };
  await people.get(plan.told.by)!("circle/memory", "describe", { ...story, body: { words: plan.told.words } });
  await people.get(String(plan.memories[0]!.by))!("circle/memory", "show", { ...story, body: { audience: "public" } });
  for (const { to, by, guest, ...body } of plan.replies) {
    const speaker = by ? people.get(by)! : api.guest(guest!);
    await speaker("circle/replies", "say", { village, params: { thing: ids[to] }, body });
  }
  await Promise.all([people.get(plan.told.by)!, secretary].map((each) => each("circle/replies", "like", { village, params: { thing: ids.post } })));
};
