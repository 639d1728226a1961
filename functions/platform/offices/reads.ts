import { PROFILES, type ProfileName, type Titles } from "../../../shared/contract/profile.ts";
import type { Who } from "../../../shared/contract/who.ts";
import { Member, Person, put, type County, type Table, type Village, type Write } from "../../core/implement.ts";
import { Holds, Post, type Post as PostRow } from "./rows.ts";
import { withoutPost, withPost, type PostAt } from "./rules.ts";

/** All posts a person holds, over all villages and counties. */
export const postsOf = async (region: Table, person: string): Promise<PostAt[]> => (await region.get(Holds, person))?.posts ?? [];

/** The row that remembers a person's posts, after one more or one less. */
export const holdsWrite = async (region: Table, person: string, post: PostAt, does: "gets" | "loses"): Promise<Write[]> => {
  const before = await region.get(Holds, person);
  const posts = (does === "gets" ? withPost : withoutPost)(before?.posts ?? [], post);
  return before || posts.length > 0 ? [put(Holds, { person, posts }, before ? { version: before.version } : "new")] : [];
};

/** The rows of a village's post that is given at once: the first secretary's, when a village is opened. */
export const firstPostWrites = async (region: Table, village: string, post: Omit<PostRow, "second" | "until" | "actingFor" | "remindAt">): Promise<Write[]> => [
  put(Post, { ...post, second: null, until: null, actingFor: null, remindAt: null }, "over"),
  ...(await holdsWrite(region, post.person, { at: "village", id: village, office: post.office }, "gets")),
];

/** The county's departments, to which a village passes what is not its own; `held` says whether anybody is there to take it. */
export const departmentsOf = (profile: ProfileName, countyRow: Pick<County, "offices"> | null): { department: string; who: Who; titles: Titles; held: boolean }[] =>
  Object.entries(PROFILES[profile].departments).map(([department, titles]) => ({ department, who: `county:department.${department}`, titles, held: (countyRow?.offices[`department.${department}`] ?? []).length > 0 }));

const MOST_HOLDERS = 40;
/** Who holds which post of a village, in the order of the profile's posts, named as the roll or their own row names them. */
export const holdersOf = async (table: Table, region: Table, village: Pick<Village, "offices">, profile: ProfileName): Promise<{ office: string; name: string }[]> => {
  const order = Object.keys(PROFILES[profile].village);
  const posts = Object.entries(village.offices).flatMap(([office, people]) => people.map((person) => ({ office, person })))
    .sort((a, b) => order.indexOf(a.office) - order.indexOf(b.office) || (a.person < b.person ? -1 : 1)).slice(0, MOST_HOLDERS);
  const people = [...new Set(posts.map(({ person }) => person))];
  const [members, persons] = await Promise.all([table.many(Member, people), region.many(Person, people)]);
  const names = new Map(people.map((id, i) => [id, members[i]?.name ?? persons[i]?.name ?? ""]));
  return posts.map(({ office, person }) => ({ office, name: names.get(person) ?? "" }));
};
