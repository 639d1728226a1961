import { PROFILES, countyPosts, titlesOf, type ProfileName, type Titles } from "../../../shared/contract/profile.ts";
import { Member, Person, type Table } from "../../core/implement.ts";
import type { Held } from "./rules.ts";

interface HowGiven { readonly since: string; readonly until: string | null; readonly alone: boolean; readonly actingFor: string | null }

type At = "village" | "township" | "county";
/** The codes of a profile's posts, in the order people read them. */
export const codesOf = (profile: ProfileName, at: At): readonly string[] =>
  Object.keys(at === "county" ? countyPosts(PROFILES[profile]) : PROFILES[profile][at]);
/** A post's name as a heading says it. */
export const heading = ({ zh, en }: Titles): Titles => ({ zh, en: `${en.slice(0, 1).toUpperCase()}${en.slice(1)}` });

/** What people are called: as the village's roll says, else as their own row does. At most a hundred. */
export const namesOf = async (region: Table, people: readonly string[], village?: Table): Promise<Map<string, string>> => {
  const wanted = [...new Set(people)].slice(0, 100);
  const [persons, members] = await Promise.all([region.many(Person, wanted), village?.many(Member, wanted) ?? []]);
  return new Map(wanted.flatMap((id, i) => {
    const name = members[i]?.name ?? persons[i]?.name;
    return name ? [[id, name] as const] : [];
  }));
};

/** The posts of a profile with their holders, vacant ones too: an empty post is something to see. */
export const postsView = (profile: ProfileName, at: At, held: Held, names: ReadonlyMap<string, string>, how: ReadonlyMap<string, HowGiven>) =>
  [...new Set([...codesOf(profile, at), ...Object.keys(held).filter((code) => held[code]!.length > 0)])].map((office) => ({
    office, titles: heading(titlesOf(profile, at, office)),
    holders: (held[office] ?? []).map((person) => {
      const post = how.get(`${office}#${person}`);
      return { person, name: names.get(person) ?? "", since: post?.since ?? null, until: post?.until ?? null, alone: post?.alone ?? false, actingFor: post?.actingFor ? names.get(post.actingFor) ?? "" : null };
    }),
  }));
