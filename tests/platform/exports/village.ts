import { handler as answers } from "../../../functions/alerts/answers/handlers.ts";
import { handler as doorSheets } from "../../../functions/alerts/door-sheets/handlers.ts";
import { handler as sending } from "../../../functions/alerts/sending/handlers.ts";
import { handler as villageHome } from "../../../functions/affairs/village-home/handlers.ts";
import { handler as notices } from "../../../functions/affairs/notices/handlers.ts";
import { handler as guestbook } from "../../../functions/circle/guestbook/handlers.ts";
import { handler as eventLog } from "../../../functions/platform/event-log/handlers.ts";
import { handler as exporting } from "../../../functions/platform/exports/handlers.ts";
import { handler as offices } from "../../../functions/platform/offices/handlers.ts";
import { handler as signIn } from "../../../functions/platform/sign-in/handlers.ts";
import { handler as villages } from "../../../functions/platform/villages/handlers.ts";
import { paperKey } from "../../../functions/platform/exports/rows.ts";
import type { Line } from "../../../functions/core/export.ts";
import { objects, useObjects, type ObjectStore } from "../../../functions/core/media.ts";
import { Person } from "../../../functions/core/access-rows.ts";
import type { As, TestStack } from "../../core/stack.ts";
import { openCounty, type TestCounty } from "../../alerts/county.ts";

export const EXPORTS = "platform/exports";
export const FEATURES = [answers, doorSheets, sending, villageHome, notices, guestbook, eventLog, exporting, offices, signIn, villages];

/** The bucket with its keys told, so that a test can look at all of it. */
export const watchedBucket = async (breaks: ReadonlySet<string> = new Set()): Promise<Map<string, string>> => {
  const inside = await objects();
  const all = new Map<string, string>();
  const watched: ObjectStore = {
    ...inside,
    get: (key) => (breaks.has(key) ? Promise.reject(new Error("the bucket does not answer")) : inside.get(key)),
    put: async (key, bytes, type) => { all.set(key, new TextDecoder().decode(bytes)); await inside.put(key, bytes, type); },
    remove: async (keys) => { for (const key of keys) all.delete(key); await inside.remove(keys); },
  };
  useObjects(watched);
  return all;
};

export interface LivedIn extends TestCounty { readonly committee: As; readonly bucket: Map<string, string>; readonly warning: string }

/** A village in which people have lived: rolls, a warning with its messages and answers, a notice, a guest, a look, a correction, posts. */
export const livedIn = async (): Promise<LivedIn> => {
  const county = await openCounty(FEATURES);
  const { stack, a, secretary } = county;
  stack.at("2026-07-01T03:00:00.000Z");
  const bucket = await watchedBucket();
  const committee = (await stack.person({ village: a, name: "刘委员", offices: ["office:committee"] })).as;
  const csv = "门牌,小组,姓名,户主,出生年,手机,在家住,需要照顾\n21,2,吴老师,是,1958,13800010021,是,\n22,2,郑木匠,是,1961,13800010022,是,独居";
  await secretary.call("platform/villages", "importRoll", { village: a, body: { csv } });
  await stack.settle();
  const warning = await county.warn();
  const lines = (await secretary.call("alerts/roll-call", "village", { village: a, params: { warning }, query: { show: "all" } })).body.items as { household: string; no: string }[];
  await secretary.call("alerts/roll-call", "tick", { village: a, params: { warning }, body: { channel: "helper", households: [lines.find((each) => each.no === "21")!.household], is: "refused", witness: "郑木匠" } });
  const notice = await secretary.call("affairs/notices", "draft", { village: a, body: { kind: "plain", title: "修路", text: "下周一修村口的路" } });
  await committee.call("affairs/notices", "publish", { village: a, params: { id: notice.body.id }, body: {} });
  await stack.visitor.call("circle/guestbook", "leave", { village: a, body: { name: "路过的人", hometown: "长沙", words: "山好水好" } });
  await stack.settle();
  return { ...county, committee, bucket, warning };
};

/** The holders of these posts as they are just after signing in, and their people's ids. */
export const freshlyIn = async (stack: TestStack, village: string, ...offices: readonly string[]): Promise<As[]> => {
  const held = (await stack.rows(`V#${village}`, "VILLAGE#"))[0]!["offices"] as Record<string, string[]>;
  return Promise.all(offices.map(async (office) => {
    const id = held[office]![0]!;
    const [row] = await stack.rows("R#", `PERSON#${id}`);
    await stack.store(Person, { ...row, devices: { "device-of-the-test": { since: stack.now().toISOString(), family: "test", label: "" } } } as unknown as Person, {});
    return stack.as(id, village);
  }));
};

export interface Downloaded { readonly id: string; readonly files: ReadonlyMap<string, string>; readonly lines: Line[]; readonly manifest: Record<string, unknown> & { head: { n: number }; counts: Record<string, number>; files: { name: string }[] } }

/** Asks for a copy, agrees, waits and downloads it, as two posts do. @param bucket where to look instead of downloading */
export const wholeCopy = async ({ stack, village, asks, agrees, bucket }: { stack: TestStack; village: string; asks: As; agrees: As; bucket?: ReadonlyMap<string, string> }): Promise<Downloaded> => {
  const asked = await asks.call(EXPORTS, "askCopy", { village, body: {} });
  if (asked.status !== 200) throw new Error(asked.text);
  const { id } = asked.body as { id: string };
  const agreed = await agrees.call(EXPORTS, "agree", { village, params: { id }, body: {} });
  if (agreed.status !== 200) throw new Error(agreed.text);
  await stack.settle();
  const copy = await asks.call(EXPORTS, "copy", { village, params: { id } });
  if (copy.body.state !== "ready") throw new Error(copy.text);
  const files = new Map<string, string>();
  for (const { name } of copy.body.files as { name: string }[]) files.set(name, bucket ? bucket.get(paperKey(id, name)) ?? "" : (await asks.call(EXPORTS, "copyFile", { village, params: { id, name }, body: {} })).text);
  const lines = [...files].filter(([name]) => name.endsWith(".jsonl")).flatMap(([, text]) => text.trim().split("\n").map((each) => JSON.parse(each) as Line));
  return { id, files, lines, manifest: JSON.parse(files.get("manifest.json")!) };
};

/** Gives the feature one piece of its work again, as a queue does that never heard it was done. @returns whether it failed once more */
export const again = async (stack: TestStack, pk: string, work: string, data: Readonly<Record<string, unknown>>): Promise<boolean> => {
  const body = JSON.stringify({ kind: "work", pk, work, lane: "papers", data });
  const out = (await stack.features.get(EXPORTS)!({ Records: [{ eventSource: "aws:sqs", messageId: "again", body }] })) as { batchItemFailures: unknown[] };
  return out.batchItemFailures.length > 0;
};
