import type { contract } from "../../../shared/services/care/contract.ts";
import type { HeardGiven, RouteGiven } from "../../core/implement.ts";

type Contract = typeof contract;
/** What this feature's routes, its clock and its listener get. */
export type For<R extends keyof Contract["routes"]> = RouteGiven<Contract, Contract["routes"][R]>;
export type Heard = HeardGiven<Contract>;
