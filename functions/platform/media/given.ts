import type { contract } from "../../../shared/platform/media/contract.ts";
import type { RouteGiven } from "../../core/implement.ts";

type Contract = typeof contract;
export type For<R extends keyof Contract["routes"]> = RouteGiven<Contract, Contract["routes"][R]>;
