import type { FeatureOptions } from "../../shared/contract/feature.ts";
import type { WordsFile } from "../../shared/contract/language.ts";
import type { LifecycleOptions } from "../../shared/contract/lifecycle.ts";
import type { Change } from "./change.ts";
import type { FeatureCode } from "./feature-code.ts";
import type { RouteHandler } from "./given-shape.ts";
import type { HeardGiven, Listener, WorkGiven } from "./heard.ts";
import { lambdaFor } from "./lambda.ts";
import type { Case, LifecycleCode } from "./lifecycle-code.ts";
import type { Kind } from "./rows.ts";

export { add, check, ERASED, NO_NAME, put, remove, row, scrub } from "./rows.ts";
export { Find } from "./find.ts";
export { latestShown, Offer, Shown } from "./shown.ts";
export type { Erasing, Found, FoundBy, Kind, Said, Sheet, Stored, Write } from "./rows.ts";
export { Change } from "./change.ts";
export { Acted, CardIn, County, Look, Member, Proxy, Offices, Person, Region, Village } from "./access-rows.ts";
export { look, lookerOf } from "./look.ts";
export { afterAnswer, Lot, LOT_ANSWERS, lotChain, lotPool, lotStands, openLot, stillAsked } from "./lot.ts";
export type { LotAnswer } from "./lot.ts";
export type { Looker } from "./look.ts";
export { ApiCall, ApiKey, ApiUse } from "./access-rows.ts";
export { markOfKey, useId } from "./api-key.ts";
export { hookSecret, hostAllowed, postHook } from "./webhook.ts";
export { holds } from "./caller.ts";
export { WaitIn, waitId } from "./wait.ts";
export type { Wait } from "./wait.ts";
export type { Caller } from "./caller.ts";
export type { Outgoing, Task } from "./change.ts";
export { afterReceipt, attempted, deliveryFields, later, onceMore, sendable, skipped, STUCK_AFTER } from "./delivery.ts";
export type { Delivering, Failure, Outcome, ReceiptFacts } from "./delivery.ts";
export { heedReceipt, lookOver, sendLane } from "./delivery-lane.ts";
export type { LaneMessage } from "./delivery-lane.ts";
export { openLedger } from "./delivery-ledger.ts";
export type { Ledger } from "./delivery-ledger.ts";
export { ownPace, partsOf } from "./delivery-pace.ts";
export { ownTurn } from "./delivery-turn.ts";
/** Web push, loaded by those who push and by nobody else. */
export const push = () => import("./push.ts");
export { stableId } from "./stable-id.ts";
export { Tell, TELL_TO } from "./tell.ts";
export type { Telling, TellHow, TellTo } from "./tell.ts";
export { objects } from "./media.ts";
export type { ObjectStore } from "./media.ts";
export { uploadFields } from "./media-policy.ts";
export { carriersOf, heardThrough } from "./media-use.ts";
export { Received, Receipt } from "./carrier.ts";
export { isSmall } from "./access.ts";
export { endedCookies, enteredCookies, leftCookies } from "./cookies.ts";
export { Erased } from "./erase-rows.ts";
export { EventIn, SealIn, VerdictIn, linkHolds } from "./event-rows.ts";
export { readPhone } from "./phone.ts";
export { isSetupCode } from "./setup.ts";
export { signSession } from "./token.ts";
export type { AreaTable, Table } from "./table.ts";
export type { FeatureCode } from "./feature-code.ts";
export type { AnswerOf, Given, Parts, RouteGiven } from "./given-shape.ts";
export type { Move } from "../../shared/contract/lifecycle.ts";
export type { Refusal } from "../../shared/contract/problem.ts";
export type { Route } from "../../shared/contract/routes.ts";
export { due, hear } from "./heard.ts";
export type { Heard, HeardGiven, Listener, WorkGiven } from "./heard.ts";
export type { Case, DeskLine, LifecycleCode, MoveGiven, Step } from "./lifecycle-code.ts";

type Keys<C, K extends string, Else> = C extends { readonly [P in K]: infer V } ? V : Else;

export type Implementation<C extends FeatureOptions, T extends Case> = {
  readonly routes: { readonly [K in keyof C["routes"]]: RouteHandler<C, C["routes"][K]> };
} & (C extends { readonly lifecycle: LifecycleOptions } ? { readonly lifecycle: LifecycleCode<C, T> } : { readonly lifecycle?: never })
  & (Keys<C, "on", null> extends readonly (infer N extends string)[] ? { readonly on: { readonly [K in N]: Listener<C> } } : { readonly on?: never })
  & (Keys<C, "clocks", null> extends readonly (infer N extends string)[] ? { readonly due: { readonly [K in N]: { readonly kind: Kind<never>; readonly run: (given: HeardGiven<C>, row: never) => Promise<Change | null> } } } : { readonly due?: never })
  & ("work" extends keyof C ? { readonly work: { readonly [K in keyof C["work"]]: (given: WorkGiven<C>) => Promise<void> } } : { readonly work?: never });

/** A Lambda handler (HTTP, queues) that carries the code it was made of. */
export type FeatureHandler = ((event: unknown) => Promise<unknown>) & { readonly code: FeatureCode };

/**
 * Joins a contract and its code into the feature's Lambda. What the contract declares and the code lacks does not compile.
 * @param name the feature's folder, "<section>/<feature>"
 * @example export const handler = implement("circle/guestbook", contract, words, { routes: { … } });
 */
export const implement = <C extends FeatureOptions, T extends Case = Case>(name: string, contract: C, words: WordsFile, code: Implementation<C, T>): FeatureHandler => {
  const feature: FeatureCode = { name, contract, words, ...(code as unknown as Pick<FeatureCode, "routes">) };
  return Object.assign(lambdaFor(feature), { code: feature });
};
