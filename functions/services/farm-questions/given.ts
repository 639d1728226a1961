import type { contract } from "../../../shared/services/farm-questions/contract.ts";
import type { RouteGiven } from "../../core/implement.ts";

type Routes = (typeof contract)["routes"];
/** What the handler of a route gets. */
export type For<K extends keyof Routes> = RouteGiven<typeof contract, Routes[K]>;
