import type { contract } from "../../../shared/circle/family-voices/contract.ts";
import type { HeardGiven, RouteGiven } from "../../core/implement.ts";

type Contract = typeof contract;
/** What this feature's routes and its clock get. */
export type For<R extends keyof Contract["routes"]> = RouteGiven<Contract, Contract["routes"][R]>;
export type Heard = HeardGiven<Contract>;
