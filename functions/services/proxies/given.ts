import type { contract } from "../../../shared/services/proxies/contract.ts";
import type { HeardGiven, MoveGiven, RouteGiven } from "../../core/implement.ts";
import type { Consent } from "./rows.ts";

type Contract = typeof contract;
export type For<R extends keyof Contract["routes"]> = RouteGiven<Contract, Contract["routes"][R]>;
export type ForMove<M extends keyof Contract["lifecycle"]["moves"]> = MoveGiven<Contract, Consent, Contract["lifecycle"]["moves"][M]>;
export type Hearing = HeardGiven<Contract>;
