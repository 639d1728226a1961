import type { Answer } from "../../core/client/types.ts";
import { session, whosIn } from "../../core/session.ts";
import { here } from "../../core/router.ts";

export type Consent = Answer<"services/proxies", "one">;
export const RELATIONS: readonly Consent["relation"][] = ["daughter", "son", "grandchild", "wife", "husband", "brother-sister", "in-law", "neighbour", "other"];
export const WAYS: readonly Consent["way"][] = ["sms", "voice", "witness"];

const WITNESSES = ["office:secretary", "office:committee", "office:grid-worker", "office:group-leader", "township:director"];
export const isSignedIn = (): boolean => session() !== null;
export const isVillager = (): boolean => whosIn(here().village).includes("villager");
export const isWitness = (): boolean => whosIn(here().village).some((who) => WITNESSES.includes(who));
