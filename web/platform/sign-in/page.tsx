import { cardShown } from "../../core/acting.ts";
import { call } from "../../core/client/client.ts";
import { problemOf, Refused } from "../../core/client/refused.ts";
import { definePage } from "../../core/pages.ts";
import { session } from "../../core/session.ts";
import { CardStep } from "./card-step.tsx";
import { IssueCards, OwnCards } from "./cards.tsx";
import { Doubts } from "./doubts.tsx";
import { Enter } from "./enter.tsx";
import { OwnPhones } from "./own-phones.tsx";
import { askedFrom } from "./way-back.ts";
import type { Me } from "./way-back.ts";

/** Who is signed in on this phone; nobody when an act has just found the session ended. */
const whoIsHere = async (): Promise<Me | null> => {
  if (!session() || askedFrom() || cardShown()) return null;
  try {
    return await call("platform/sign-in", "me", { quiet: true });
  } catch (thrown) {
    if (problemOf(thrown).status === 401 || !(thrown instanceof Refused)) return null;
    throw thrown;
  }
};

/** Views that do not begin with "who is signed in here?". */
const OWN: readonly string[] = ["card", "cards", "numbers"];

/** Signing in; for who is signed in, their phones and the way out. */
export const page = definePage({
  name: "platform/sign-in",
  load: (here) => (OWN.includes(here.rest[0] ?? "") ? Promise.resolve(null) : whoIsHere()),
  view: ({ here, data, reload }) => here.rest[0] === "card" ? <CardStep /> : here.rest[0] === "cards" ? here.rest[1] ? <IssueCards household={here.rest[1]} key={here.rest[1]} /> : <OwnCards /> : here.rest[0] === "numbers" ? <Doubts /> : (data ? <OwnPhones me={data} reload={reload} /> : <Enter />),
});
