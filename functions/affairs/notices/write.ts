import type { NewNotice } from "../../../shared/affairs/notices/notice.ts";
import { householdsBy } from "../households/reads.ts";
import { put, type Table } from "../../core/implement.ts";
import type { For } from "./given.ts";
import { Notice } from "./rows.ts";
import { waits } from "./shelves.ts";
import { undrawn } from "./by-lot.ts";
import { officeView } from "./view.ts";

/** The field that is wrong in this village, or null: an end that has passed, a house that is not here. */
const wrongIn = async (table: Table, body: NewNotice, now: Date): Promise<{ field: string; reason: string } | null> => {
  if (body.until && body.until <= now.toISOString()) return { field: "until", reason: "in-the-past" };
  if (body.audience?.to !== "households") return null;
  const wanted = new Set(body.audience.households);
  return (await householdsBy(table, [...wanted])).length === wanted.size ? null : { field: "audience.households", reason: "not-a-list-member" };
};
const written = (body: NewNotice) => ({
  kind: body.kind, title: body.title, text: body.text, smsText: body.smsText ?? null, readAloud: body.readAloud ?? null, media: body.media,
  audience: body.audience ?? ({ to: "village" } as const), channels: [...new Set(body.channels)], until: body.until ?? null,
});

export const draft = async ({ table, body, caller, now, newId, begin, change, fail, facts }: For<"draft">) => {
  const wrong = await wrongIn(table, body, now);
  if (wrong) return fail("wrong-field", wrong);
  const value = { ...written(body), id: newId(), writer: caller.key, alone: false, reason: null, publishedAt: null, key: null, lot: null, byLot: false, partPrice: facts.messaging.partPrice };
  const history = [{ to: "draft", at: now.toISOString(), by: caller.key, office: caller.office ?? undefined, channel: caller.channel }];
  const notice = { ...value, state: "draft" as const, history, version: 1 };
  return change({ writes: [begin(Notice, value), waits(notice)], emits: { name: "drafted", data: { notice: value.id } }, answer: officeView(notice, caller.person) });
};

export const edit = async ({ table, params, body, caller, now, ifMatch, change, fail, facts }: For<"edit">) => {
  const before = await table.get(Notice, params.id);
  if (!before) return fail("not-found");
  if (ifMatch !== null && ifMatch !== before.version) return fail("stale-version", { yourVersion: ifMatch, version: before.version });
  if (before.state !== "draft") return fail("not-allowed-now", { state: before.state, steps: before.state === "approved" ? ["send-back", "publish", "drop"] : before.state === "published" ? ["withdraw"] : [] });
  const wrong = await wrongIn(table, body, now);
  if (wrong) return fail("wrong-field", wrong);
  const { version, ...rest } = before;
  const notice: Notice = { ...rest, ...written(body), writer: caller.key, lot: null, partPrice: facts.messaging.partPrice };
  return change({
    writes: [put(Notice, notice, { version: ifMatch ?? version, ...(ifMatch === null ? {} : { fromClient: true as const }) }), waits(notice), ...undrawn(before)],
    emits: { name: "drafted", data: { notice: notice.id } }, answer: officeView({ ...notice, version: version + 1 }, caller.person),
  });
};

export const forOffice = async ({ table, params, caller, fail }: For<"forOffice">) => {
  const notice = await table.get(Notice, params.id);
  return notice ? officeView(notice, caller.person) : fail("not-found");
};
export const all = async ({ table, query, caller }: For<"all">) => {
  const page = await table.list(Notice, query);
  return { items: page.items.map((notice) => officeView(notice, caller.person)), next: page.next };
};
