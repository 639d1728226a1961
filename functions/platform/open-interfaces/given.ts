import type { contract } from "../../../shared/platform/open-interfaces/contract.ts";
import type { HeardGiven, RouteGiven, WorkGiven } from "../../core/implement.ts";

type Contract = typeof contract;
/** What this feature's routes, listeners and work get. */
export type For<K extends keyof Contract["routes"]> = RouteGiven<Contract, Contract["routes"][K]>;
export type Hearing = HeardGiven<Contract>;
export type Working = WorkGiven<Contract>;
