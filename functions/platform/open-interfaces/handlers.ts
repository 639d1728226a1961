import { Published, Withdrawn } from "../../../shared/affairs/notices/events.ts";
import { Issued, Over } from "../../../shared/alerts/warnings/events.ts";
import { contract } from "../../../shared/platform/open-interfaces/contract.ts";
import { HookTested } from "../../../shared/platform/open-interfaces/events.ts";
import words from "../../../shared/platform/open-interfaces/words.json" with { type: "json" };
import { hear, implement } from "../../core/implement.ts";
import { deliver, tell, tryOut } from "./deliver.ts";
import { allowHosts, deliveries, endHook, hooks, hosts, makeHook, resumeHook, testHook } from "./hooks.ts";
import { calls, endKey, events, keys, makeKey, scopes, self } from "./keys.ts";
import { feed, list } from "./lists.ts";

let document: Record<string, unknown> | undefined;
/** The document the build wrote from the contracts; read when it is first asked for. */
const openapi = async (): Promise<Record<string, unknown>> => (document ??= (await import("../../../docs/api/openapi.json", { with: { type: "json" } })).default);

export const handler = implement("platform/open-interfaces", contract, words, {
  routes: { openapi, hosts, allowHosts, csv: list, feed, scopes, keys, makeKey, endKey, calls, self, events, hooks, makeHook, endHook, resumeHook, testHook, deliveries },
  on: {
    "affairs/notices/published": hear(Published, tell), "affairs/notices/withdrawn": hear(Withdrawn, tell),
    "alerts/warnings/issued": hear(Issued, tell), "alerts/warnings/over": hear(Over, tell), "platform/open-interfaces/tested": hear(HookTested, tryOut),
  },
  work: { deliver },
});
