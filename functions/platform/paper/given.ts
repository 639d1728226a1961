import type { contract } from "../../../shared/platform/paper/contract.ts";
import type { RouteGiven } from "../../core/implement.ts";

type Routes = (typeof contract)["routes"];
/** What the handler of a route gets. */
export type For<K extends keyof Routes> = RouteGiven<typeof contract, Routes[K]>;
/** What is needed to read a sheet as it stands now. */
export type PaperGiven = Pick<For<"print">, "table" | "region" | "village" | "facts" | "now">;
