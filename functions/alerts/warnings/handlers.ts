import { hazards } from "../../../shared/alerts/warnings/hazards.ts";
import words from "../../../shared/alerts/warnings/words.json" with { type: "json" };
import { contract } from "../../../shared/alerts/warnings/contract.ts";
import { Issued, Over } from "../../../shared/alerts/warnings/events.ts";
import { mustAccount } from "../../../shared/alerts/warnings/accounting.ts";
import type { PUBLIC_STATES, PublicWarning, WarningView } from "../../../shared/alerts/warnings/warning.ts";
import { Imported } from "../../../shared/alerts/cap/events.ts";
import { hear, holds, implement, put, Village, type Stored } from "../../core/implement.ts";
import { areasOfCounty } from "../../affairs/houses/reads.ts";
import { capMessageOf } from "../cap/reads.ts";
import { draftFrom, fromCap } from "./drafts.ts";
import { openHouseholds, refusalDetail } from "./open-households.ts";
import { approversOf, COUNTY_DUTY, foreignVillage, mayOrder, outsideCounty, seesWarning } from "./people.ts";
import { runningAlerts } from "./reads.ts";
import { Alert, SavedArea, Warning } from "./rows.ts";
import { statusFor, stops, waitForSecond } from "./rules.ts";
import { copyFor, copyOver, endedBy } from "./village-copy.ts";

type Row = Stored<Warning>;
const view = (warning: Row): WarningView => warning as WarningView;
const shownOf = (alert: Alert): PublicWarning => ({ ...alert, state: alert.state as (typeof PUBLIC_STATES)[number] });
const villagesOf = (warning: Pick<Warning, "parts">): string[] => [...new Set(warning.parts.map((part) => part.village))];
/** A warning of more households than this is sent after typing its number. */
const TYPED_ABOVE = 5_000;
/** An update reaches everyone who got the one it replaces. */
const withEarlier = (parts: Warning["parts"], earlier: Pick<Warning, "parts"> | null): Warning["parts"] =>
  [...parts, ...(earlier?.parts ?? []).filter((part) => !parts.some((each) => each.village === part.village))];

export const handler = implement("alerts/warnings", contract, words, {
  routes: {
    draft: async ({ body, caller, county, place, facts, settings, now, newId, fail, begin, change, countyRow, village }) => {
      if (foreignVillage(caller, body.parts)) return fail("not-your-village");
      const outside = outsideCounty(facts, place.id, body.parts);
      if (outside) return fail("unknown-village", { field: "parts", detail: { village: outside } });
      const earlier = body.replaces ? await county.get(Warning, body.replaces) : null;
      if (body.replaces && earlier?.state !== "issued") return fail("warning-over", { state: earlier?.state ?? "unknown" });
      const value = draftFrom({ id: newId(), body: { ...body, parts: withEarlier(body.parts, earlier) }, drafter: caller.key, approvers: approversOf(caller, countyRow, village).length, words, facts, settings, now });
      const write = begin(Warning, value);
      return change({ writes: [write], emits: { name: "drafted", data: { warning: value.id } }, answer: view({ ...(write as { value: unknown }).value as Warning, version: 1 }) });
    },
    revise: async ({ body, params, caller, county, place, facts, settings, now, fail, change, ifMatch, countyRow, village }) => {
      const before = await county.get(Warning, params.id);
      if (!before || !seesWarning(before, caller)) return fail("not-found");
      if (before.state !== "draft") return fail("already-issued", { state: before.state });
      if (foreignVillage(caller, body.parts)) return fail("not-your-village");
      const outside = outsideCounty(facts, place.id, body.parts);
      if (outside) return fail("unknown-village", { field: "parts", detail: { village: outside } });
      const earlier = body.replaces ? await county.get(Warning, body.replaces) : null;
      if (body.replaces && earlier?.state !== "issued") return fail("warning-over", { state: earlier?.state ?? "unknown" });
      const status = statusFor(body.status, true, before.source?.cap ? before.status : body.status);
      const value: Warning = { ...draftFrom({ id: before.id, body: { ...body, status, parts: withEarlier(body.parts, earlier) }, drafter: before.drafter, approvers: approversOf(caller, countyRow, village).length, words, facts, settings, now, problems: before.problems }), state: "draft", history: before.history };
      return change({ writes: [put(Warning, value, { version: ifMatch ?? before.version, ...(ifMatch === null ? {} : { fromClient: true as const }) })], emits: { name: "drafted", data: { warning: before.id } }, answer: view({ ...value, version: before.version + 1 }) });
    },
    list: async ({ county, query, caller }) => {
      const page = await county.list(Warning, query);
      return { items: page.items.filter((each) => seesWarning(each, caller)).map(view), next: page.next };
    },
    one: async ({ county, params, caller, fail }) => {
      const warning = await county.get(Warning, params.id);
      return warning && seesWarning(warning, caller) ? view(warning) : fail("not-found");
    },
    saveArea: ({ body, newId, change }) => {
      const id = newId();
      return change({ writes: [put(SavedArea, { id, ...body }, "new")], emits: { name: "area-saved", data: { area: id } }, answer: { done: true } });
    },
    areas: async ({ county, query, caller }) => {
      const kept = await county.list(SavedArea, query);
      const marked = query.cursor ? [] : await areasOfCounty(county, holds(caller, ...COUNTY_DUTY) ? null : caller.homeVillage);
      return { items: [...marked.map((area) => ({ ...area, name: area.names.zh })), ...kept.items], next: kept.next };
    },
    running: async ({ table, now }) => ({ items: (await runningAlerts(table, now)).map(shownOf) }),
    past: async ({ table, query }) => {
      const page = await table.list(Alert, query);
      return { items: page.items.map(shownOf), next: page.next };
    },
    shown: async ({ table, params, fail }) => {
      const alert = await table.get(Alert, params.id);
      return alert ? shownOf(alert) : fail("not-found");
    },
  },
  lifecycle: {
    kind: Warning,
    sees: (warning, caller) => seesWarning(warning, caller),
    view,
    about: (warning) => ({ values: { hazard: hazards[warning.hazard].name } }),
    clocks: {
      secondPersonBy: (warning) => (warning.waitsUntil ? new Date(warning.waitsUntil) : null),
      expiry: (warning) => (warning.expires ? new Date(warning.expires) : null),
    },
    moves: {
      "put-up": async ({ row, body, caller, county, facts, settings, now, fail, moved, countyRow, village, inVillage }) => {
        const stop = stops({ parts: row.parts, what: row.texts[facts.languages[0]!].what, expires: row.expires }, now);
        if (stop) return fail(stop);
        if (row.kind === "order" && row.ask === "leave" && row.status !== "Exercise" && !mayOrder(caller, facts)) return fail("may-not-order");
        const villages = villagesOf(row);
        if (row.status === "Exercise") {
          for (const id of villages) if ((await runningAlerts(inVillage(id), now)).some((alert) => alert.status !== "Exercise")) return fail("live-warning-running", { detail: { village: id } });
        }
        const rows = await Promise.all(villages.map((id) => inVillage(id).get(Village, "")));
        const missing = villages.find((_, i) => !rows[i]);
        if (missing) return fail("no-area", { detail: { village: missing } });
        const households = rows.reduce((sum, each) => sum + (each?.households ?? 0), 0);
        if (households > TYPED_ABOVE && body.households !== households) return fail("type-the-number", { field: "households", detail: { households } });
        const approvers = approversOf(caller, countyRow, village);
        const wait = waitForSecond(row, approvers.length, settings);
        const earlier = row.replaces ? await county.get(Warning, row.replaces) : null;
        if (wait > 0) {
          const until = new Date(now.getTime() + wait).toISOString();
          return moved({ to: "waiting", row: { waitsUntil: until, drafter: caller.key }, emits: { name: "put-up", data: { warning: row.id }, villages } });
        }
        const single = approvers.length < 2 && (row.colour === "orange" || row.colour === "red");
        return moved({ to: "issued", row: { issuedAt: now.toISOString(), single }, writes: replacing(earlier, row.id), emits: { name: "issued", data: { warning: row.id, replaces: row.replaces, single }, villages } });
      },
      approve: async ({ row, caller, county, now, fail, moved, countyRow, village }) => {
        const others = approversOf(caller, countyRow, village).filter((person) => person !== row.drafter);
        if (row.drafter === caller.key && others.length > 0) return fail("own-draft");
        const earlier = row.replaces ? await county.get(Warning, row.replaces) : null;
        return moved({ row: { issuedAt: now.toISOString(), waitsUntil: null }, writes: replacing(earlier, row.id), emits: { name: "issued", data: { warning: row.id, replaces: row.replaces, single: false }, villages: villagesOf(row) } });
      },
      "time-up": async ({ row, county, now, moved }) => {
        const earlier = row.replaces ? await county.get(Warning, row.replaces) : null;
        return moved({ row: { issuedAt: now.toISOString(), single: true, waitsUntil: null }, writes: replacing(earlier, row.id), emits: { name: "issued", data: { warning: row.id, replaces: row.replaces, single: true }, villages: villagesOf(row) } });
      },
      "send-back": ({ row, body, moved }) => moved({ row: { reason: body.reason, waitsUntil: null }, emits: { name: "dropped", data: { warning: row.id } } }),
      drop: ({ row, moved }) => moved({ row: { waitsUntil: null }, emits: { name: "dropped", data: { warning: row.id } } }),
      pause: ({ row, moved }) => moved({ row: { paused: true }, emits: { name: "paused", data: { warning: row.id }, villages: villagesOf(row) } }),
      resume: ({ row, moved }) => moved({ row: { paused: false }, emits: { name: "resumed", data: { warning: row.id }, villages: villagesOf(row) } }),
      end: async ({ row, body, fail, moved, inVillage }) => {
        const needed = mustAccount(row.hazard, row.colour) !== "nobody";
        const open = needed ? (await openHouseholds(villagesOf(row), inVillage, row.id)).filter((each) => each.accountable) : [];
        if (body.as === "complete" && open.length > 0) return fail("households-open", { state: row.state, steps: ["end", "clear"], detail: refusalDetail(open) });
        const without = open.filter((each) => !body.reasons.some((reason) => reason.household === each.household && reason.village === each.village));
        if (body.as === "incomplete" && without.length > 0) return fail("reasons-missing", { field: "reasons", detail: refusalDetail(without) });
        return moved({ row: { openReasons: body.reasons }, emits: { name: "over", data: { warning: row.id, how: body.as }, villages: villagesOf(row) } });
      },
      clear: async ({ row, body, fail, moved, inVillage }) => {
        const calls = (await openHouseholds(villagesOf(row), inVillage, row.id)).filter((each) => each.help);
        if (calls.length > 0 && !body.despiteOpenCalls) return fail("calls-for-help-open", { detail: refusalDetail(calls) });
        return moved({ row: { clearWords: body.words ?? null }, emits: { name: "over", data: { warning: row.id, how: "all-clear" }, villages: villagesOf(row) } });
      },
      cancel: ({ row, body, moved }) => moved({ row: { reason: body.reason }, emits: { name: "over", data: { warning: row.id, how: "cancelled" }, villages: villagesOf(row) } }),
      lapse: ({ row, moved }) => moved({ emits: { name: "over", data: { warning: row.id, how: "by-time" }, villages: villagesOf(row) } }),
    },
  },
  on: {
    "alerts/warnings/issued": hear(Issued, async ({ table, county, village, change, now }, { data }) => {
      const warning = await county.get(Warning, data.warning);
      if (!warning || !village || (await table.get(Alert, warning.id))) return null;
      return change({ writes: [put(Alert, copyFor(warning, village), "new"), ...(await endedBy(table, warning, now.toISOString()))] });
    }),
    "alerts/warnings/over": hear(Over, async ({ table, county, village, change }, { data, at }) => {
      const [warning, alert] = [await county.get(Warning, data.warning), await table.get(Alert, data.warning)];
      if (!warning || !village) return null;
      const over = copyOver(alert ?? { ...copyFor(warning, village), version: 0 }, data.how, at, warning);
      if (!over) return null;
      // The copy may not be there yet: events come in any order.
      return change({ writes: [alert ? over : put(Alert, (over as { value: Alert }).value, "new")] });
    }),
    "alerts/cap/imported": hear(Imported, async ({ county, table, facts, settings, now, change, countyRow }, { data, by }) => {
      const cap = await capMessageOf(county, data.cap);
      if (!cap || (await table.get(Warning, data.warning))) return null;
      const value = draftFrom({ id: data.warning, body: fromCap(cap.message, data.cap, cap.villages), drafter: by, approvers: approversOf({ holds: ["county:duty-officer"] } as never, countyRow, null).length, words, facts, settings, now, problems: cap.problems });
      return change({ writes: [put(Warning, { ...value, state: "draft", history: [{ to: "draft", at: now.toISOString(), by, channel: "system" }] }, "new")], emits: { name: "drafted", data: { warning: value.id } } });
    }),
  },
});

/** The warning that is replaced stops waiting for anything. */
function replacing(earlier: Row | null, by: string) {
  if (!earlier || earlier.state !== "issued") return [];
  const { version, ...rest } = earlier;
  return [put(Warning, { ...rest, state: "replaced", replacedBy: by }, { version }, null)];
}
