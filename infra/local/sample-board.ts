import { readFileSync } from "node:fs";
import { stableId } from "../../functions/core/stable-id.ts";
import type { SampleApi } from "./sample-api.ts";
import { sayIn } from "./sample-language.ts";
import { QINGSHAN } from "./sample-people.ts";

interface Planned {
  /** A number of the village's people, or a guest's name. */
  readonly by: string; readonly feature: string; readonly route: string; readonly body: Readonly<Record<string, unknown>>;
  /** What others do about it. */
  readonly then?: readonly { readonly by: string; readonly route: string; readonly body: Readonly<Record<string, unknown>> }[];
}
/** What a plan cannot know: a day some days on ("+3" in `day`), the id of somebody on the roll ("30|孙丽萍", house and name, in `person`). */
const filled = (planned: Planned["body"]): Planned["body"] => {
  const body: Record<string, unknown> = { ...planned };
  const { day, person } = planned;
  if (typeof day === "string" && day.startsWith("+")) body["day"] = new Date(Date.now() + Number(day) * 86_400_000).toISOString().slice(0, 10);
  if (typeof person === "string") body["person"] = stableId(`${QINGSHAN}|${person}`);
  return body;
};

/** An evening on the board of Qingshan: things to sell and to swap, a farm question, a lamp that is out, a rumour about the dam. */
export const fillTheBoard = async (api: SampleApi): Promise<void> => {
  const planned = JSON.parse(readFileSync(new URL(sayIn({ zh: "sample/board.json", en: "sample/board.en.json" }), import.meta.url), "utf8")) as readonly Planned[];
  const acts = planned.flatMap((each) => [each, ...(each.then ?? [])]);
  const numbers = [...new Set(acts.map(({ by }) => by).filter((by) => by.startsWith("+")))];
  const people = new Map((await api.signIn(...numbers)).map((someone, i) => [numbers[i]!, someone]));
  const as = (by: string) => people.get(by) ?? api.guest(by);
  for (const { by, feature, route, body, then = [] } of planned) {
    const made = await as(by)(feature, route, { village: QINGSHAN, body: filled(body) });
    for (const next of then) await as(next.by)(feature, next.route, { village: QINGSHAN, params: { id: String(made["id"]) }, body: filled(next.body), mayFail: ["not-allowed-now"] });
  }
};
