import { contract } from "../../../shared/platform/exports/contract.ts";
import { ErasureDue, FileAsked, TakeInBegun, VillageBegun } from "../../../shared/platform/exports/events.ts";
import words from "../../../shared/platform/exports/words.json" with { type: "json" };
import { due, hear, implement, put, remove } from "../../core/implement.ts";
import { files } from "../../core/carry.ts";
import { postsOf } from "../offices/reads.ts";
import { askCopy, cleared, copyFile, copyView, freshlyIn } from "./copy-routes.ts";
import { eraseThem } from "./erasure.ts";
import { bring, bringFile, intakeView, takeIn } from "./intake-routes.ts";
import { gatherOwn } from "./own-file.ts";
import { askErasure, askErasureFor, askFile, erasures, keepMe, keepThem, myErasure, myFile, myFiles } from "./own-routes.ts";
import { Copy, Erasure, Intake, OwnFile, OWN_PARTS, paperKey } from "./rows.ts";
import { takeInFiles } from "./take-in.ts";
import { gather } from "./village-copy.ts";

const LANE = "papers";
const DAY = 86_400_000;

export const handler = implement("platform/exports", contract, words, {
  routes: {
    askFile, myFiles, myFile, askErasure, myErasure, keepMe, askErasureFor, erasures, keepThem, askCopy, copyFile, bring, bringFile, takeIn,
    copies: async ({ table, query }) => { const { items, next } = await table.list(Copy, query); return { items: items.map(copyView), next }; },
    copy: async ({ table, params, fail }) => { const copy = await table.get(Copy, params.id); return copy ? copyView(copy) : fail("not-found"); },
    intakes: async ({ table, query }) => { const { items, next } = await table.list(Intake, query); return { items: await Promise.all(items.map(intakeView)), next }; },
    intake: async ({ table, params, fail }) => { const intake = await table.get(Intake, params.id); return intake ? intakeView(intake) : fail("not-found"); },
  },
  lifecycle: {
    kind: Copy,
    sees: () => true,
    view: copyView,
    clocks: { until: (copy) => (copy.until ? new Date(copy.until) : null) },
    moves: {
      agree: async (given) => {
        const { row, caller, moved, fail } = given;
        if (caller.person === row.askedBy) return fail("same-person");
        if (!(await freshlyIn(given))) return fail("sign-in-again");
        return moved({ row: { until: null }, emits: { name: "begun", data: { copy: row.id, alone: false } } });
      },
      refuse: ({ row, body, moved }) => moved({ row: { reason: body.reason, until: null }, emits: { name: "ended", data: { copy: row.id } } }),
      withdraw: async ({ row, moved }) => moved({ row: await cleared(row), emits: { name: "ended", data: { copy: row.id } } }),
      lapse: async ({ row, moved }) => moved({ row: await cleared(row), emits: { name: "ended", data: { copy: row.id } } }),
    },
  },
  on: {
    "platform/exports/file-asked": hear(FileAsked, async ({ change }, { data }) => change({ writes: [], tasks: [{ work: "file", lane: LANE, data: { file: data.file } }] })),
    "platform/exports/begun": hear(VillageBegun, async ({ change }, { data }) => change({ writes: [], tasks: [{ work: "copy", lane: LANE, data: { copy: data.copy } }] })),
    "platform/exports/intake-begun": hear(TakeInBegun, async ({ change }, { data }) => change({ writes: [], tasks: [{ work: "takeIn", lane: LANE, data: { intake: data.intake } }] })),
    "platform/exports/erasure-due": hear(ErasureDue, async ({ change }, { data }) => change({ writes: [], tasks: [{ work: "erase", lane: LANE, data: { erasure: data.erasure } }] })),
  },
  due: {
    gone: due(OwnFile, async ({ change }, file) => {
      await (await files()).remove(OWN_PARTS.map((part) => paperKey(file.id, part)));
      return change({ writes: [remove(OwnFile, file.id, file.version)], emits: { name: "file-gone", data: { file: file.id } } });
    }),
    // Seven days have passed. Whoever has taken a post meanwhile hands it over first: nobody's office loses its holder by a clock.
    erase: due(Erasure, async ({ region, now, change }, erasure) => {
      const { version, ...row } = erasure;
      if ((await postsOf(region, row.person)).length > 0) return change({ writes: [put(Erasure, { ...row, until: new Date(now.getTime() + DAY).toISOString() }, { version })] });
      return change({ writes: [put(Erasure, { ...row, state: "erasing" as const }, { version })], emits: { name: "erasure-due", data: { erasure: row.id, person: row.person } } });
    }),
  },
  work: { file: gatherOwn, copy: gather, takeIn: takeInFiles, erase: eraseThem },
});
