import type { contract } from "../../../shared/affairs/notices/contract.ts";
import type { HeardGiven, MoveGiven, RouteGiven, WorkGiven } from "../../core/implement.ts";
import type { Notice } from "./rows.ts";

type Contract = typeof contract;
/** What this feature's routes, moves and listener get. */
export type For<R extends keyof Contract["routes"]> = RouteGiven<Contract, Contract["routes"][R]>;
export type ForMove<M extends keyof Contract["lifecycle"]["moves"]> = MoveGiven<Contract, Notice, Contract["lifecycle"]["moves"][M]>;
export type Hearing = HeardGiven<Contract>;
export type Working = WorkGiven<Contract>;
