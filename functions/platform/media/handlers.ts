import { contract } from "../../../shared/platform/media/contract.ts";
import { Brought } from "../../../shared/platform/media/events.ts";
import words from "../../../shared/platform/media/words.json" with { type: "json" };
import { due, hear, implement } from "../../core/implement.ts";
import { done, sign } from "./bring.ts";
import { check } from "./check.ts";
import { Media } from "./rows.ts";
import { about, full, thumb, transcribe } from "./see.ts";
import { tidy } from "./tidy.ts";

export const handler = implement("platform/media", contract, words, {
  routes: { sign, done, about, full, thumb, transcribe },
  on: { "platform/media/brought": hear(Brought, async ({ change }, { data }) => change({ writes: [], tasks: [{ work: "check", lane: "check", data: { id: data.media } }] })) },
  due: { look: due(Media, tidy) },
  work: { check },
});
