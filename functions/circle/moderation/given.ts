import type { contract } from "../../../shared/circle/moderation/contract.ts";
import type { MoveGiven, RouteGiven } from "../../core/implement.ts";
import type { Case } from "./rows.ts";

type Contract = typeof contract;
export type For<R extends keyof Contract["routes"]> = RouteGiven<Contract, Contract["routes"][R]>;
export type ForMove<M extends keyof Contract["lifecycle"]["moves"]> = MoveGiven<Contract, Case, Contract["lifecycle"]["moves"][M]>;
/** What is needed to find out who may judge, alike in routes, moves and clocks. */
export type Asking = Pick<For<"report">, "table" | "county" | "region" | "village" | "facts" | "settings" | "now">;
