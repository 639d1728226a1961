import { stableId } from "../../functions/core/stable-id.ts";
import type { Someone } from "./sample-api.ts";
import type { VillagePlan } from "./sample-county.ts";

interface Care { readonly household: string; readonly reasons: readonly string[]; readonly buddies: readonly { readonly id: string; readonly person: string; readonly state: string }[] }
const ALREADY = ["already-asked", "buddies-enough", "helps-enough", "not-allowed-now", "not-near"];

/** A neighbour is asked at the next door and says yes there, before the household's own words of consent have cooled. */
const findOne = async (cadre: Someone, village: string, household: string, witness: string): Promise<void> => {
  const near = await cadre("alerts/vulnerable", "candidates", { village, params: { household } });
  const first = (near["items"] as readonly { readonly person: string }[])[0];
  if (!first) return;
  const asked = (await cadre("alerts/vulnerable", "ask", { village, params: { household }, body: { person: first.person }, mayFail: ALREADY })) as unknown as Care;
  const buddy = asked.buddies?.find((each) => each.person === first.person);
  if (buddy) await cadre("alerts/vulnerable", "accept", { village, params: { id: buddy.id }, body: { witness }, mayFail: ALREADY });
};

/** Before the rains the cadre goes from door to door: nine in ten vulnerable households agree and get a buddy, every third a second one. */
export const findBuddies = async (cadre: Someone, plan: VillagePlan): Promise<void> => {
  const all: Care[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await cadre("alerts/vulnerable", "list", { village: plan.id, query: { limit: "50", ...(cursor ? { cursor } : {}) } });
    // Whose number is still being entered from the list stands here as without a phone for some minutes.
    all.push(...(page["items"] as Care[]).filter(({ reasons }) => reasons.some((reason) => reason !== "no-phone")));
    cursor = page["next"] as string | null;
  }
  const inOrder = all.sort((a, b) => (a.household < b.household ? -1 : 1));
  const witness = plan.secretary.name;
  for (const [i, { household, buddies }] of inOrder.entries()) {
    if (i % 10 === 9 || buddies.length > 0) continue;
    await cadre("alerts/vulnerable", "consentFor", { village: plan.id, params: { household }, body: { given: true, by: "person", witness } });
    await findOne(cadre, plan.id, household, witness);
    if (i % 3 === 0) await findOne(cadre, plan.id, household, witness);
    if (i % 2 === 0) await cadre("alerts/vulnerable", "checked", { village: plan.id, params: { household } });
  }
};

const EACH = 7;
/** Who holds a post looks after seven households in a row; the last houses of the village are still to be arranged. */
export const linkHouses = async (secretary: Someone, plan: VillagePlan): Promise<void> => {
  const { households } = (await secretary("affairs/households", "count", { village: plan.id })) as unknown as { readonly households: number };
  const witness = plan.posts.find(([office]) => office === "grid-worker")?.[1] ?? plan.secretary.name;
  const people = [...new Map([["secretary", plan.secretary.name, plan.secretary.house] as const, ...plan.posts].map(([, name, house]) => [name, house] as const))].slice(0, Math.floor(households / EACH));
  for (const [i, [name, house]] of people.entries()) {
    for (let no = i * EACH + 1; no <= (i + 1) * EACH; no++) {
      if (String(no) === house) continue;
      const body = { household: stableId(`${plan.id}|${no}`), person: stableId(`${plan.id}|${house}|${name}`) };
      const asked = await secretary("cadres/linked-households", "propose", { village: plan.id, body, mayFail: ["already-proposed", "already-theirs", "not-near", "enough-households"] });
      const next = asked["next"] as { readonly id: string } | null | undefined;
      if (next) await secretary("cadres/linked-households", "accept", { village: plan.id, params: { id: next.id }, body: { witness }, mayFail: ["not-allowed-now"] });
    }
  }
};
