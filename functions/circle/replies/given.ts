import type { contract } from "../../../shared/circle/replies/contract.ts";
import type { MoveGiven, RouteGiven } from "../../core/implement.ts";
import type { Reply } from "./rows.ts";

type Contract = typeof contract;
/** What this feature's routes and moves get. */
export type For<R extends keyof Contract["routes"]> = RouteGiven<Contract, Contract["routes"][R]>;
export type ForMove<M extends keyof Contract["lifecycle"]["moves"]> = MoveGiven<Contract, Reply, Contract["lifecycle"]["moves"][M]>;
