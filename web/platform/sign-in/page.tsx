import { call } from "../../core/client/client.ts";
import { problemOf, Refused } from "../../core/client/refused.ts";
import { definePage } from "../../core/pages.ts";
import { session } from "../../core/session.ts";
import { Enter } from "./enter.tsx";
import { OwnPhones } from "./own-phones.tsx";
import { askedFrom } from "./way-back.ts";
import type { Me } from "./way-back.ts";

/** Who is signed in on this phone; nobody when an act has just found the session ended. */
const whoIsHere = async (): Promise<Me | null> => {
  if (!session() || askedFrom()) return null;
  try {
    return await call("platform/sign-in", "me", { quiet: true });
  } catch (thrown) {
    if (problemOf(thrown).status === 401 || !(thrown instanceof Refused)) return null;
    throw thrown;
  }
};

/** Signing in; for who is signed in, their phones and the way out. */
export const page = definePage({
  name: "platform/sign-in",
  load: whoIsHere,
  view: ({ data, reload }) => (data ? <OwnPhones me={data} reload={reload} /> : <Enter />),
});
