import type { contract } from "../../../shared/circle/listen/contract.ts";
import type { MoveGiven, RouteGiven } from "../../core/implement.ts";
import type { Recording } from "./rows.ts";

type Contract = typeof contract;
export type For<R extends keyof Contract["routes"]> = RouteGiven<Contract, Contract["routes"][R]>;
export type ForMove<M extends keyof Contract["lifecycle"]["moves"]> = MoveGiven<Contract, Recording, Contract["lifecycle"]["moves"][M]>;
