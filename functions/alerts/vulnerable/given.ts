import type { contract } from "../../../shared/alerts/vulnerable/contract.ts";
import type { HeardGiven, MoveGiven, RouteGiven } from "../../core/implement.ts";
import type { Buddy } from "./rows.ts";

type Contract = typeof contract;
/** What this feature's routes, moves and listeners get. */
export type For<R extends keyof Contract["routes"]> = RouteGiven<Contract, Contract["routes"][R]>;
export type ForMove<M extends keyof Contract["lifecycle"]["moves"]> = MoveGiven<Contract, Buddy, Contract["lifecycle"]["moves"][M]>;
export type Hearing = HeardGiven<Contract>;
