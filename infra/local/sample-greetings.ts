import { readFileSync } from "node:fs";
import type { SampleApi, Someone } from "./sample-api.ts";
import type { StoryClock } from "./sample-clock.ts";
import { sayIn } from "./sample-language.ts";
import { QINGSHAN } from "./sample-people.ts";

interface Planned {
  /** The time of the evening, in the sample's zone. */
  readonly at: string; readonly guest: string; readonly name: string; readonly hometown: string; readonly words: string;
  readonly answers: readonly { readonly at: string; readonly by: string; readonly words: string }[];
}
/** The story begins at 20:00. */
const BEGINS = 20 * 60;
const MINUTE = 60_000;
/** A session lasts ten minutes of the story: who answers later signs in later. */
const TOGETHER = 8 * MINUTE;

const timeOf = (from: Date, at: string): number => {
  const [hours = 0, minutes = 0] = at.split(":").map(Number);
  return from.getTime() + (hours * 60 + minutes - BEGINS) * MINUTE;
};

/** Guests say hello in the evening without an account, and villagers answer; the one of 22:30 within two minutes, six of them in half an hour. */
export const leaveGreetings = async (api: SampleApi, clock: StoryClock, from: Date): Promise<void> => {
  const planned = JSON.parse(readFileSync(new URL(sayIn({ zh: "sample/greetings.json", en: "sample/greetings.en.json" }), import.meta.url), "utf8")) as readonly Planned[];
  for (const { at, guest, answers, ...body } of planned) {
    clock.at(new Date(timeOf(from, at)));
    const left = await api.guest(guest)("circle/guestbook", "leave", { village: QINGSHAN, body });
    let signedIn: { until: number; people: Map<string, Someone> } = { until: 0, people: new Map() };
    for (const answer of answers) {
      const time = timeOf(from, answer.at);
      clock.at(new Date(time));
      if (time > signedIn.until) {
        const now = answers.filter((each) => timeOf(from, each.at) >= time && timeOf(from, each.at) <= time + TOGETHER).map((each) => each.by);
        const people = await api.signIn(...now);
        signedIn = { until: time + TOGETHER, people: new Map(now.map((number, i) => [number, people[i]!])) };
      }
      await signedIn.people.get(answer.by)!("circle/guestbook", "answer", { village: QINGSHAN, params: { id: String(left["id"]) }, body: { words: answer.words } });
    }
  }
};
