import type { contract } from "../../../shared/platform/messages/contract.ts";
import type { HeardGiven, RouteGiven, WorkGiven } from "../../core/implement.ts";

type Routes = (typeof contract)["routes"];
export type For<K extends keyof Routes> = RouteGiven<typeof contract, Routes[K]>;
export type Hearing = HeardGiven<typeof contract>;
export type Work = WorkGiven<typeof contract>;
