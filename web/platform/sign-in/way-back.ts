import type { Answer } from "../../core/client/types.ts";
import { base, here } from "../../core/router.ts";

export type Me = Answer<"platform/sign-in", "me">;

/** The address that asked for the sign-in, if it is one of ours: a link from outside must not lead anywhere else. */
export const askedFrom = (): string | undefined => {
  const back = here().query.get("back");
  if (!back) return undefined;
  try {
    const to = new URL(back, location.origin);
    return to.origin === location.origin && !to.pathname.startsWith("//") ? to.pathname + to.search : undefined;
  } catch {
    return undefined;
  }
};
/** Where a person goes who came of their own accord: the platform, the county, their village. */
export const homeOf = ({ offices, village }: Me): string => {
  const county = offices.find(({ at }) => at === "county");
  return offices.some(({ at }) => at === "region") ? "/r" : county ? `/a/${county.id}` : village ? `/v/${village.id}` : base() || "/";
};
