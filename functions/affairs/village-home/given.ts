import type { contract } from "../../../shared/affairs/village-home/contract.ts";
import type { HeardGiven, RouteGiven } from "../../core/implement.ts";

type Routes = (typeof contract)["routes"];
/** What the handler of a route gets. */
export type For<K extends keyof Routes> = RouteGiven<typeof contract, Routes[K]>;
/** What a listener gets. */
export type Hearing = HeardGiven<typeof contract>;
