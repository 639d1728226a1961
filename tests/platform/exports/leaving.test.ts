import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { marshall } from "@aws-sdk/util-dynamodb";
import { handler as router } from "../../../functions/core/lambdas/router.ts";
import { verifyPartition } from "../../../functions/core/verify.ts";
import { handler as households } from "../../../functions/affairs/households/handlers.ts";
import { handler as contacts } from "../../../functions/alerts/contacts/handlers.ts";
import { handler as rollCall } from "../../../functions/alerts/roll-call/handlers.ts";
import { handler as warnings } from "../../../functions/alerts/warnings/handlers.ts";
import { handler as members } from "../../../functions/circle/members/handlers.ts";
import { idsOf } from "../../affairs/households/roll.ts";
import { openStack, type As, type TestStack } from "../../core/stack.ts";
import { signIn } from "../sign-in/signing.ts";
import { objects, useObjects } from "../../../functions/core/media.ts";
import { Media } from "../../../functions/platform/media/rows.ts";
import { paperKey } from "../../../functions/platform/exports/rows.ts";
import { again, EXPORTS, FEATURES, freshlyIn, livedIn, watchedBucket, wholeCopy, type Downloaded, type LivedIn } from "./village.ts";

const NAME = "吴老师";
const PHONE = "13800010021";
const SAYS = ["我腿脚不便走得慢", "山好水好人也好", "孙子也回来住了", "出生年写错了"];
const PICTURE = "01J0000000000000000000P1CT";
const TEACHER = "phone-of-the-teacher";

let county: LivedIn;
let teacher: As;
let person: string;
let household: string;
let first: Downloaded;
let told: number;
const at = (feature: string, route: string, body: unknown, params: Record<string, string> = {}) => teacher.call(feature, route, { village: county.a, params, body });
const enter = async (): Promise<void> => {
  const { cookies } = await signIn(county.stack, `+86${PHONE}`, TEACHER);
  teacher = { call: (feature, route, given) => county.stack.guest(TEACHER).call(feature, route, { ...given, cookies }) };
};

/** The teacher does whatever people can do here, and others do things to the teacher. */
beforeAll(async () => {
  county = await livedIn();
  const { stack, a, secretary, committee, warning } = county;
  ({ person, household } = idsOf(a, "21", NAME));
  await enter();
  const done = [
    await at("alerts/answers", "mine", { fact: "left", people: 1, words: SAYS[0] }, { warning }),
    await at("circle/guestbook", "leave", { name: NAME, hometown: "长沙", words: SAYS[1] }),
    await at("affairs/households", "propose", { change: { what: "joined", name: "吴小宝", sleepsHere: true }, why: SAYS[2] }),
    await at("affairs/households", "propose", { change: { what: "born", person, bornIn: 1957 }, why: SAYS[3] }),
    await secretary.call("affairs/households", "look", { village: a, params: { id: household }, body: { purpose: "other", note: `看看${NAME}家` } }),
    await secretary.call("platform/offices", "give", { village: a, params: { office: "accountant" }, body: { person } }),
  ];
  expect(done.map(({ status, text }) => (status === 200 ? 200 : text))).toEqual(done.map(() => 200));
  const giving = done.at(-1)!.body.giving as string;
  if (giving) await committee.call("platform/offices", "confirm", { village: a, params: { id: giving }, body: {} });
  await stack.store(Media, {
    id: PICTURE, kind: "photo", type: "image/webp", bytes: 5, thumb: null, seconds: null, owner: person, audience: "village", feature: "circle/guestbook", at: stack.now().toISOString(), state: "ready", why: null,
    size: 5, hash: "h", width: 1, height: 1, transcript: null, lookAt: "2027-01-01T00:00:00.000Z", keys: [`kept/${a}/${PICTURE}/whole`],
  }, { village: a });
  await (await objects()).put(`kept/${a}/${PICTURE}/whole`, new TextEncoder().encode("image"), "image/webp");
  await stack.settle();
  told = stack.phones.messages.length;
  first = await wholeCopy({ stack, village: a, asks: secretary, agrees: committee });
});

const everywhere = async (): Promise<string[]> => [...(await county.stack.everything()).map((item) => JSON.stringify(item)), ...[...county.bucket].map(([key, text]) => `${key} ${text}`), ...county.stack.logs];
/** Whose phone asked stays in sealed events as a number that means nothing; a name or a word never does. */
const foundIn = async (needle: string, device = false): Promise<string[]> => (await everywhere()).filter((each) => each.includes(needle) && !(device && each.includes('"sk":"EVENT#'))).map((each) => each.slice(0, 160));

let bucket: Map<string, string>;
/** Objects that cannot be read just now. */
const breaks = new Set<string>();
const key = (line: { at?: string; sk: string }): string => `${line.at ?? "village"}|${line.sk}`;
const rowFiles = (copy: Downloaded): string[] => copy.manifest.files.map(({ name }) => name).filter((name) => name.endsWith(".jsonl"));

describe("a copy of a village", () => {
  it("holds every kind of record, a table for each, and nothing that belongs to this deployment alone", () => {
    const kinds = Object.keys(first.manifest.counts);
    expect(kinds).toEqual(expect.arrayContaining(["VILLAGE", "MEMBER", "HH", "CONTACT", "EVENT", "SEAL", "SEALHEAD", "IMPART", "ROLL", "SEND", "ALERT", "BOARD", "PERSON", "GUEST"]));
    for (const kind of kinds) expect([first.files.has(`${kind}-1.jsonl`), first.files.has(`table-${kind}-1.csv`) || first.files.has(`media-${kind}-1.csv`)]).toEqual([true, true]);
    for (const kind of ["IDEM", "HEARD", "LIMIT", "LINK", "PHONE", "NUMBER", "FAMILY", "EXPORT"]) expect(kinds).not.toContain(kind);
    const text = [...first.files.values()].join("");
    expect(text.includes("+8613800010021")).toBe(true);
    // A sealed event says by whom: of a guest that is the number of their phone, which opens nothing elsewhere.
    expect(text.includes("device-of-the-test")).toBe(false);
    expect([...first.files].filter(([name, each]) => each.includes("visitor-device-1234") && !/EVENT/.test(name))).toEqual([]);
    expect(told).toBeGreaterThan(0);
  });
});

describe("my own file", () => {
  it("is asked for only by someone who signed in just now", async () => {
    county.stack.at(new Date(county.stack.now().getTime() + 11 * 60_000));
    const again = await teacher.call("platform/sign-in", "refresh", { body: {} });
    const session = again.cookies.find((each) => each.startsWith("session="))!.split(";")[0]!;
    const lingering: As = { call: (feature, route, given) => county.stack.guest(TEACHER).call(feature, route, { ...given, cookies: [session] }) };
    expect((await lingering.call(EXPORTS, "askFile", { body: {} })).body).toMatchObject({ status: 403, type: "sign-in-again" });
    expect((await lingering.call(EXPORTS, "askErasure", { body: {} })).body).toMatchObject({ status: 403, type: "sign-in-again" });
    await enter();
  });
  it("holds everything about me, and nobody else's number or name", async () => {
    const asked = await teacher.call(EXPORTS, "askFile", { body: {} });
    expect(asked.body).toMatchObject({ state: "waiting" });
    expect((await teacher.call(EXPORTS, "myFile", { params: { id: asked.body.id, as: "json" } })).status).toBe(404);
    await county.stack.settle();
    const json = (await teacher.call(EXPORTS, "myFile", { params: { id: asked.body.id, as: "json" } })).text;
    const text = (await teacher.call(EXPORTS, "myFile", { params: { id: asked.body.id, as: "text" } })).text;
    for (const each of [NAME, PHONE, ...SAYS]) expect([json.includes(each), text.includes(each)], each).toEqual([true, true]);
    expect(text).toContain(`和${NAME}有关的一切`);
    expect(Object.keys(JSON.parse(json).rows)).toEqual(expect.arrayContaining(["PERSON", "MEMBER", "HH", "CONTACT", "EVENT", "LOOK", "HHFIX", "ANSWER", "SEND", "IMPART"]));
    for (const other of ["郑木匠", "13800010022", "李大山"]) expect(json.includes(other), other).toBe(false);
    expect(json).not.toContain(TEACHER);
  });
  it("is nobody else's, and is gone after seven days", async () => {
    const { items } = (await teacher.call(EXPORTS, "myFiles")).body;
    const other = await county.stack.person({ village: county.a });
    expect((await other.as.call(EXPORTS, "myFile", { params: { id: items[0].id, as: "json" } })).status).toBe(404);
    expect([...county.bucket.keys()].some((key) => key.includes(items[0].id))).toBe(true);
    await county.stack.later(7 * 86_400_000 + 60_000);
    expect([...county.bucket.keys()].some((key) => key.includes(items[0].id))).toBe(false);
    expect((await county.stack.rows("R#", "OWNFILE#"))).toEqual([]);
    await enter();
  });
});

describe("a copy", () => {
  it("needs two posts, the second not being the first, both freshly signed in, and another village sees none of it", async () => {
    const { stack, a, b, foreigner } = county;
    const asks = (await freshlyIn(stack, a, "secretary"))[0]!;
    const asked = await asks.call(EXPORTS, "askCopy", { village: a, body: {} });
    expect(asked.body).toMatchObject({ state: "asked", alone: false });
    expect((await asks.call(EXPORTS, "askCopy", { village: a, body: {} })).body.type).toBe("already-asked");
    expect((await asks.call(EXPORTS, "agree", { village: a, params: { id: asked.body.id }, body: {} })).body.type).toBe("same-person");
    const stale = county.committee;
    stack.at(new Date(stack.now().getTime() + 11 * 60_000));
    expect((await stale.call(EXPORTS, "agree", { village: a, params: { id: asked.body.id }, body: {} })).body.type).toBe("sign-in-again");
    expect((await asks.call(EXPORTS, "askCopy", { village: a, body: {} })).body.type).toBe("sign-in-again");
    for (const village of [a, b]) expect((await foreigner.call(EXPORTS, "copy", { village, params: { id: asked.body.id } })).status).toBe(404);
    expect((await stale.call(EXPORTS, "refuse", { village: a, params: { id: asked.body.id }, body: { reason: "现在不需要" } })).body).toMatchObject({ state: "refused", reason: "现在不需要" });
  });
  it("begins at once where nobody else could agree, says so in public, and is killed halfway without harm", async () => {
    const { stack, b } = county;
    const alone = (await freshlyIn(stack, b, "secretary"))[0]!;
    const store = await objects();
    useObjects({ ...store, put: (key, bytes, type) => (key.includes("VILLAGE") ? Promise.reject(new Error("no bucket")) : store.put(key, bytes, type)) });
    const asked = await alone.call(EXPORTS, "askCopy", { village: b, body: {} });
    expect(asked.body).toMatchObject({ state: "gathering", alone: true });
    await stack.settle();
    useObjects(store);
    expect((await alone.call(EXPORTS, "copy", { village: b, params: { id: asked.body.id } })).body.state).toBe("gathering");
    expect(await again(stack, `V#${b}`, "copy", { copy: asked.body.id })).toBe(false);
    expect(await again(stack, `V#${b}`, "copy", { copy: asked.body.id })).toBe(false);
    const copy = (await alone.call(EXPORTS, "copy", { village: b, params: { id: asked.body.id } })).body;
    expect(copy.state).toBe("ready");
    expect(new Set(copy.files.map(({ name }: { name: string }) => name)).size).toBe(copy.files.length);
    expect((await stack.rows(`V#${b}`, "EVENT#")).filter((row) => row["name"] === "platform/exports/begun")).toMatchObject([{ public: true, data: { alone: true } }]);
    expect([...county.bucket.keys()].filter((key) => key.includes(copy.id)).length).toBe(copy.files.length);
    await alone.call(EXPORTS, "withdraw", { village: b, params: { id: copy.id }, body: {} });
    expect([...county.bucket.keys()].filter((key) => key.includes(copy.id))).toEqual([]);
    expect((await alone.call(EXPORTS, "copyFile", { village: b, params: { id: copy.id, name: "manifest.json" }, body: {} })).status).toBe(404);
  });
});

describe("being erased", () => {
  it("waits until the post is handed over", async () => {
    await enter();
    expect((await teacher.call(EXPORTS, "askErasure", { body: {} })).body).toMatchObject({ status: 409, type: "holds-a-post" });
    expect((await county.secretary.call("platform/offices", "end", { village: county.a, params: { office: "accountant" }, body: { person, reason: "不做了" } })).status).toBe(200);
  });
  it("can be taken back for seven days", async () => {
    expect((await teacher.call(EXPORTS, "askErasure", { body: {} })).body).toMatchObject({ state: "waiting", by: "self" });
    expect((await teacher.call(EXPORTS, "askErasure", { body: {} })).body).toMatchObject({ status: 409, type: "already-asked" });
    expect((await teacher.call(EXPORTS, "keepMe", { body: {} })).body).toMatchObject({ state: "taken-back" });
    await county.stack.later(8 * 86_400_000);
    expect((await foundIn(NAME)).length).toBeGreaterThan(5);
    await enter();
  });
  it("leaves no name, number or word of theirs in table, bucket, index, logs or a copy, and every seal holds", async () => {
    const { stack, a } = county;
    await teacher.call(EXPORTS, "askFile", { body: {} });
    const [asks, agrees] = await freshlyIn(stack, a, "secretary", "committee");
    const before = await wholeCopy({ stack, village: a, asks: asks!, agrees: agrees!, bucket: county.bucket });
    expect([...before.files.values()].join("").includes(PHONE)).toBe(true);
    await teacher.call(EXPORTS, "askErasure", { body: {} });
    await stack.settle();
    expect((await foundIn(PHONE)).length).toBeGreaterThan(5);
    const events = (await stack.rows(`V#${a}`, "EVENT#")).length;
    await stack.later(7 * 86_400_000 + 60_000);
    for (const each of [NAME, PHONE, ...SAYS, TEACHER]) expect(await foundIn(each, each === TEACHER), each).toEqual([]);
    expect([...county.bucket.keys()].filter((key) => key.includes(PICTURE))).toEqual([]);
    const left = (await stack.rows("R#", "ERASURE#")).filter((row) => row["state"] === "done");
    expect(left).toMatchObject([{ person, who: null }]);
    const [again, and] = await freshlyIn(stack, a, "secretary", "committee");
    const after = await wholeCopy({ stack, village: a, asks: again!, agrees: and!, bucket: county.bucket });
    for (const each of [NAME, PHONE, ...SAYS]) expect([...after.files].filter(([, text]) => text.includes(each)).map(([name]) => name), each).toEqual([]);
    await stack.later(11 * 60_000);
    for (const pk of [`V#${a}`, "R#"]) expect((await verifyPartition(pk, stack.now())).faults).toEqual([]);
    expect((await stack.rows(`V#${a}`, "EVENT#")).length).toBeGreaterThanOrEqual(events);
  });
  it("ends the session at once, and the house still counts somebody who sleeps there", async () => {
    expect((await teacher.call("platform/sign-in", "me")).status).toBe(401);
    const [house] = await county.stack.rows(`V#${county.a}`, `HH#${household}`);
    expect(house!["people"]).toMatchObject([{ person, name: "—", sleepsHere: true, vulnerable: [] }]);
  });
  it("can be asked by an office for somebody without a phone, and taken back by it", async () => {
    const { stack, a, foreigner } = county;
    const [secretary] = await freshlyIn(stack, a, "secretary");
    const old = idsOf(a, "4", "周大爷").person;
    expect((await secretary!.call(EXPORTS, "askErasureFor", { village: a, body: { person: idsOf(county.b, "4", "周大爷").person, why: "next-of-kin" } })).status).toBe(404);
    const asked = await secretary!.call(EXPORTS, "askErasureFor", { village: a, body: { person: old, why: "next-of-kin" } });
    expect(asked.body).toMatchObject({ state: "waiting", by: "office", name: "周大爷" });
    expect((await foreigner.call(EXPORTS, "keepThem", { village: county.b, params: { id: asked.body.id }, body: {} })).status).toBe(404);
    expect((await secretary!.call(EXPORTS, "erasures", { village: a })).body.items[0]).toMatchObject({ name: "周大爷", state: "waiting" });
    expect((await secretary!.call(EXPORTS, "keepThem", { village: a, params: { id: asked.body.id }, body: {} })).body.state).toBe("taken-back");
    await stack.later(8 * 86_400_000);
    expect((await stack.rows(`V#${a}`, `MEMBER#${old}`)).length).toBe(1);
  });
  it("is not undone by the same list taken in again", async () => {
    await county.secretary.call("platform/villages", "importRoll", { village: county.a, body: { csv: `门牌,姓名,手机\n21,${NAME},${PHONE}\n22,郑木匠,13800010022` } });
    await county.stack.settle();
    expect(await foundIn(PHONE)).toEqual([]);
    expect(await foundIn(NAME)).toEqual([]);
  });
});

describe("taking it into an empty region", () => {
  let intake: string;
  let stack: TestStack;
  let operator: As;
  let village: string;
  beforeAll(async () => {
    village = county.a;
    await county.stack.stop();
    stack = await openStack([households, members, contacts, warnings, rollCall, ...FEATURES]);
    stack.at("2026-07-01T04:00:00.000Z");
    bucket = await watchedBucket(breaks);
    operator = (await stack.person({ offices: ["operator"] })).as;
  });
  afterAll(() => stack.stop());
  const bring = (over: Record<string, unknown> = {}) => operator.call(EXPORTS, "bring", { body: { manifest: { ...first.manifest, ...over } } });
  const bringFile = (name: string, text = first.files.get(name)!) => operator.call(EXPORTS, "bringFile", { params: { id: intake, name }, body: { text } });

  it("refuses a copy from a newer version, and says which", async () => {
    expect((await bring({ format: 2 })).body).toMatchObject({ status: 409, type: "newer-version", detail: { theirs: 2, ours: 1 } });
    expect((await bring({ head: "x" })).body).toMatchObject({ status: 422, field: "manifest" });
    const villager = await stack.person({ village: await stack.village() });
    expect((await villager.as.call(EXPORTS, "bring", { body: { manifest: first.manifest } })).status).toBe(403);
  });
  it("names what is missing and refuses a file that is not the one the manifest names", async () => {
    const begun = await bring();
    intake = begun.body.id;
    expect(begun.body.missing.length).toBe(rowFiles(first).length);
    expect((await bringFile("MEMBER-1.jsonl", "{}\n")).body).toMatchObject({ status: 422, type: "not-this-file" });
    expect((await operator.call(EXPORTS, "takeIn", { params: { id: intake }, body: {} })).body).toMatchObject({ type: "files-missing" });
    expect(await stack.rows(`V#${village}`)).toEqual([]);
  });
  it("shows what is in it before anything is written, however often a file comes", async () => {
    for (const name of rowFiles(first)) { await bringFile(name); }
    const again = await bringFile("MEMBER-1.jsonl");
    expect(again.body).toMatchObject({ missing: [], problems: [], moreProblems: 0, counts: first.manifest.counts });
    expect((await bring()).body.id).toBe(intake);
    expect(await stack.rows(`V#${village}`)).toEqual([]);
  });
  it("brings every row, with its chain unbroken, and tells nobody anything twice", async () => {
    await operator.call(EXPORTS, "takeIn", { params: { id: intake }, body: {} });
    // Killed twice on the way: what was written is written again, and the village is not found before all of it stands.
    const lost = ["HH-1.jsonl", "SEND-1.jsonl"].map((name) => [paperKey(intake, name), bucket.get(paperKey(intake, name))!] as const);
    const store = await objects();
    for (const [key, text] of lost) {
      await store.put(key, new TextEncoder().encode("{"), "text/plain");
      breaks.add(key);
      await (key === lost[0]![0] ? stack.settle() : again(stack, "R#", "takeIn", { intake }));
      expect((await stack.rows(`V#${village}`, "VILLAGE#"))).toEqual([]);
      breaks.delete(key);
      await store.put(key, new TextEncoder().encode(text), "text/plain");
    }
    expect(await again(stack, "R#", "takeIn", { intake })).toBe(false);
    await stack.settle();
    expect(await again(stack, "R#", "takeIn", { intake })).toBe(false);
    expect((await operator.call(EXPORTS, "intake", { params: { id: intake } })).body).toMatchObject({ state: "done", faults: 0 });
    await stack.later(11 * 60_000);
    const verdict = await verifyPartition(`V#${village}`, stack.now());
    expect(verdict.faults).toEqual([]);
    expect(verdict.events).toBe(first.manifest.counts["EVENT"]);
    // Nothing was routed again: no listener heard it, and no new link was sealed.
    expect([(await stack.rows(`V#${village}`, "HEARD#")).length, (await stack.rows(`V#${village}`, "SEAL#")).length]).toEqual([0, first.manifest.counts["SEAL"]]);
    expect(stack.phones.messages).toEqual([]);
  });
  it("lets its people sign in by their numbers again, and refuses the same village a second time", async () => {
    const phones = await stack.rows("R#", "PHONE#");
    expect(phones.flatMap((row) => (row["people"] as { village: string }[]).map((each) => each.village))).toContain(village);
    expect((await bring({ copy: "01J0000000000000000000000A" })).body).toMatchObject({ type: "village-open" });
  });
  it("gives the same copy again, but for the copies' own ids", async () => {
    const [asks, agrees] = await freshlyIn(stack, village, "secretary", "committee");
    const second = await wholeCopy({ stack, village, asks: asks!, agrees: agrees! });
    const own = new Set(["SEALHEAD#"]);
    const comparable = (copy: Downloaded) => Object.fromEntries(copy.lines
      .filter((line) => !own.has(line.sk) && !String(line.value["name"] ?? "").startsWith("platform/exports/") && !(line.sk.startsWith("SEAL#") && Number(line.value["n"]) > first.manifest.head.n))
      .map((line) => [key(line), line]).sort(([a], [b]) => (a! < b! ? -1 : 1)));
    expect(comparable(second)).toEqual(comparable(first));
    expect(Object.keys(comparable(second)).length).toBeGreaterThan(60);
  });
  it("is not heard again: an event that arrives with its seal goes to no listener, one without goes to all", async () => {
    const event = (await stack.rows(`V#${village}`, "EVENT#")).find((row) => row["name"] === "platform/villages/roll-imported")!;
    const { seal: _seal, ...open } = event;
    const arrives = async (row: Record<string, unknown>): Promise<number> => {
      await router({ Records: [{ eventName: "INSERT", dynamodb: { NewImage: marshall(row) } }] } as never);
      await stack.settle();
      return (await stack.rows(`V#${village}`, "HEARD#")).filter((each) => String(each["sk"]).includes(String(event["id"]))).length;
    };
    expect(await arrives(event)).toBe(0);
    expect(await arrives(open)).toBeGreaterThan(0);
  });
});
