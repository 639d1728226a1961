import * as z from "zod";
import { event } from "../../contract/event.ts";
import { Id } from "../../contract/ids.ts";

const deed = z.object({ deed: Id });
export const Named = event(deed, { act: "published" });
/** A child is named: the family or an office looks first. */
export const Held = event(deed, { act: "published" });
export const Agreed = event(deed);
/** Who was thanked would rather not be. */
export const Declined = event(deed);
export const Refused = event(deed);
