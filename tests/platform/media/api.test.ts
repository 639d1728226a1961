import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handler as notices } from "../../../functions/affairs/notices/handlers.ts";
import { handler } from "../../../functions/platform/media/handlers.ts";
import { openStack, type As, type TestStack } from "../../core/stack.ts";
import { ask, bring, M, post } from "./bring.ts";
import { holds, jpeg, PLACE, PROGRAM, webm } from "./samples.ts";

let stack: TestStack;
let [a, b] = ["", ""];
let [li, wang, ofB]: As[] = [];
beforeAll(async () => {
  stack = await openStack([handler, notices]);
  [a, b] = [await stack.village(), await stack.village()];
  [li, wang, ofB] = [(await stack.person({ village: a, name: "李大山" })).as, (await stack.person({ village: a, name: "王小明" })).as, (await stack.person({ village: b })).as];
});
afterAll(() => stack.stop());
const about = async (id: string, as: As = li!, village = a) => (await as.call(M, "about", { village, params: { id } })).body;
const status = async (as: As, id: string, village = a, open = false): Promise<number> => (await as.call(M, "full", { village, params: { id }, open })).status;
const inBucket = (folder: string, id: string, part = "full") => stack.media.get(`${folder}/${a}/${id}/${part}`);

describe("a picture", () => {
  it("arrives, is looked at, loses the place it was taken, and everybody sees it, kept by the page's own servers", async () => {
    const id = await bring(stack, li!, a, { bytes: jpeg({ gps: true }), small: jpeg({ width: 200, height: 150, gps: true }) });
    expect(await about(id)).toMatchObject({ state: "ready", width: 640, height: 480, why: null });
    const seen = await stack.guest().call(M, "full", { village: a, params: { id }, open: true });
    expect([seen.status, seen.headers["content-type"], seen.headers["x-content-type-options"], seen.headers["cache-control"]]).toEqual([200, "image/jpeg", "nosniff", "public, max-age=3600, s-maxage=3600"]);
    const bytes = Buffer.from(seen.text, "base64");
    expect([holds(bytes, PLACE), holds(bytes, "Exif"), bytes.equals(Buffer.from(jpeg()))]).toEqual([false, false, true]);
    expect(holds((await inBucket("kept", id, "thumb"))!, "Exif")).toBe(false);
    expect([await inBucket("in", id), await inBucket("in", id, "thumb")]).toEqual([null, null]);
    const [row] = await stack.rows(`V#${a}`, `MEDIA#${id}`);
    expect(row).toMatchObject({ size: jpeg().length, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });
  it("asked for twice is one; there already, there is nothing left to bring; another's number is refused", async () => {
    const first = await ask(li!, a);
    const again = await ask(li!, a, { id: first.body.media });
    expect([again.status, again.body.full.key]).toEqual([200, first.body.full.key]);
    expect((await ask(wang!, a, { id: first.body.media })).body).toMatchObject({ status: 409, type: "id-taken" });
    expect((await ask(li!, a, { id: first.body.media, audience: "mine" })).status).toBe(409);
    for (const [part, bytes] of [["full", jpeg()], ["thumb", jpeg({ width: 200, height: 150 })]] as const) { await post(stack, again.body[part], bytes); await post(stack, again.body[part], bytes); }
    await stack.settle();
    expect((await ask(li!, a, { id: first.body.media })).body).toMatchObject({ state: "ready", full: null, thumb: null });
    expect((await stack.rows(`V#${a}`, "EVENT#")).filter((event) => event["name"] === "platform/media/kept" && (event["data"] as { media: string }).media === first.body.media)).toHaveLength(1);
  });
  it("that broke off on the way is still waited for, and goes through the second time", async () => {
    const { body } = await ask(li!, a);
    expect((await post(stack, body.full, jpeg().slice(0, 40))).code).toBe("EntityTooSmall");
    await post(stack, body.full, jpeg());
    expect((await li!.call(M, "done", { village: a, params: { id: body.media }, body: {} })).body).toMatchObject({ status: 409, type: "not-arrived" });
    await stack.settle();
    expect((await about(body.media)).state).toBe("waiting");
    await post(stack, body.thumb, jpeg({ width: 200, height: 150 }));
    expect((await li!.call(M, "done", { village: a, params: { id: body.media }, body: {} })).status).toBe(200);
    await stack.settle();
    expect((await about(body.media)).state).toBe("ready");
  });
  it("is looked at when the phone says it is there, though the bucket's word was lost", async () => {
    const { body } = await ask(li!, a);
    for (const [part, bytes] of [["full", jpeg()], ["thumb", jpeg({ width: 200, height: 150 })]] as const) await stack.media.put(body[part].key, bytes, "image/jpeg");
    await stack.settle();
    expect((await about(body.media)).state).toBe("waiting");
    await li!.call(M, "done", { village: a, params: { id: body.media }, body: {} });
    await stack.settle();
    expect((await about(body.media)).state).toBe("ready");
    expect((await wang!.call(M, "done", { village: a, params: { id: body.media }, body: {} })).status).toBe(404);
  });
  it("that is a program is set aside and never served, nor is its small copy", async () => {
    const id = await bring(stack, li!, a, { bytes: PROGRAM, type: "image/png" });
    expect(await about(id)).toMatchObject({ state: "quarantined", why: "program" });
    expect([await status(li!, id), await status(stack.guest(), id, a, true), (await li!.call(M, "thumb", { village: a, params: { id } })).status]).toEqual([404, 404, 404]);
    expect([await inBucket("kept", id), await inBucket("kept", id, "thumb"), await inBucket("in", id)]).toEqual([null, null, null]);
    expect(Buffer.from((await inBucket("aside", id))!)).toEqual(Buffer.from(PROGRAM));
    const inThumb = await bring(stack, li!, a, { small: PROGRAM });
    expect((await about(inThumb)).state).toBe("quarantined");
  });
  it("cannot be changed after it was looked at, though the ticket is still good", async () => {
    const { body } = await ask(li!, a, { bytes: PROGRAM, said: jpeg().length });
    await post(stack, body.full, jpeg());
    await post(stack, body.thumb, jpeg({ width: 200, height: 150 }));
    await stack.settle();
    const program = new Uint8Array(jpeg().length);
    program.set(PROGRAM);
    expect((await post(stack, body.full, program)).status).toBe(204);
    await stack.settle();
    expect(Buffer.from((await li!.call(M, "full", { village: a, params: { id: body.media } })).text, "base64").equals(Buffer.from(jpeg()))).toBe(true);
  });
});

describe("a ticket is refused", () => {
  it("for what is no picture (415), too heavy (413), and for who is no villager here (401, 404)", async () => {
    expect((await ask(li!, a, { type: "image/svg+xml" })).body).toMatchObject({ status: 415, type: "wrong-media-type" });
    expect((await ask(li!, a, { type: "text/html" })).status).toBe(415);
    expect((await ask(li!, a, { said: 6_000_000 })).body).toMatchObject({ status: 413, type: "too-heavy" });
    expect([(await ask(stack.guest(), a)).status, (await ask(ofB!, a)).status]).toEqual([401, 404]);
    expect((await ask(li!, a, { id: "../../etc/passwd" })).status).toBe(422);
  });
  it("where its policy is not kept: six megabytes, another place, another type, a forged or an expired one, a field too many", async () => {
    stack.at("2026-05-01T08:00:00.000Z");
    const { body: { full } } = await ask(li!, a);
    const six = new Uint8Array(6_000_000);
    expect(await post(stack, full, six)).toEqual({ status: 400, code: "EntityTooLarge" });
    expect((await post(stack, full, jpeg(), { key: `kept/${a}/01J00000000000000000000000/full` })).code).toBe("AccessDenied");
    expect((await post(stack, full, jpeg(), { "Content-Type": "text/html" })).code).toBe("AccessDenied");
    expect((await post(stack, full, jpeg(), { acl: "public-read" })).code).toBe("AccessDenied");
    const policy = JSON.parse(Buffer.from(full.policy, "base64").toString()) as { conditions: unknown[] };
    const wider = Buffer.from(JSON.stringify({ ...policy, conditions: policy.conditions.map((each) => (Array.isArray(each) && each[0] === "content-length-range" ? ["content-length-range", 1, 1e9] : each)) })).toString("base64");
    expect((await post(stack, full, six, { policy: wider })).code).toBe("SignatureDoesNotMatch");
    expect((await post(stack, full, jpeg(), { "x-amz-signature": "0".repeat(64) })).code).toBe("SignatureDoesNotMatch");
    stack.at("2026-05-01T08:05:01.000Z");
    expect((await post(stack, full, jpeg())).code).toBe("AccessDenied");
    stack.at(null);
    expect((await stack.media.post(Buffer.from("hello"), "text/plain")).status).toBe(400);
  });
  it("and the name a phone gives its file is never asked", async () => {
    const { body } = await ask(li!, a);
    expect((await post(stack, body.full, jpeg(), {}, "../../../kept/evil.html")).status).toBe(204);
    expect(body.full.key).toBe(`in/${a}/${body.media}/full`);
    expect(Buffer.from((await inBucket("in", body.media))!).equals(Buffer.from(jpeg()))).toBe(true);
  });
  it("and is never kept under the number it was asked with", async () => {
    await ask(li!, a);
    expect(JSON.stringify((await stack.rows(`V#${a}`, "IDEM#")).filter((row) => String(row["sk"]).includes("media.sign")))).not.toContain("signature");
  });
});

describe("who may see", () => {
  it("a village's picture: its people; another village's by its key 403, a guest signs in first, and never without cookies", async () => {
    const id = await bring(stack, li!, a, { audience: "village" });
    expect([await status(wang!, id), await status(ofB!, id), await status(stack.guest(), id), await status(wang!, id, a, true)]).toEqual([200, 403, 401, 401]);
    expect((await ofB!.call(M, "about", { village: a, params: { id } })).body).toMatchObject({ status: 403, type: "not-for-you" });
    expect((await wang!.call(M, "full", { village: a, params: { id } })).headers["cache-control"]).toBe("private, no-store");
    expect(await status(ofB!, id, b)).toBe(404);
  });
  it("one's own: nobody else, not even the secretary", async () => {
    const id = await bring(stack, li!, a, { audience: "mine" });
    const secretary = await stack.person({ village: a, offices: ["office:secretary"] });
    expect([await status(li!, id), await status(wang!, id), await status(secretary.as, id)]).toEqual([200, 403, 403]);
  });
});

describe("a voice", () => {
  it("is written down by a neighbour, with the name of who did; a second one does not write over it", async () => {
    const id = await bring(stack, li!, a, { kind: "voice", type: "audio/webm", bytes: webm(), audience: "village" });
    expect(await about(id)).toMatchObject({ state: "ready", seconds: 4, transcript: null });
    const write = (as: As, text: string) => as.call(M, "transcribe", { village: a, params: { id }, body: { text } });
    expect((await write(wang!, "水管坏了")).body.transcript).toMatchObject({ text: "水管坏了", by: "王小明" });
    const third = await stack.person({ village: a });
    expect([(await write(third.as, "别的")).body.type, (await write(ofB!, "别的")).status, (await write(li!, "桥边的水管坏了")).status]).toEqual(["written-already", 404, 200]);
    const photo = await bring(stack, li!, a);
    expect((await wang!.call(M, "transcribe", { village: a, params: { id: photo }, body: { text: "x" } })).status).toBe(404);
  });
});

describe("what nobody names", () => {
  it("goes after a day, brought or not; what a thing names stays, and goes a month after the thing let it go", async () => {
    stack.at("2026-06-01T08:00:00.000Z");
    const [orphan, used, never] = [await bring(stack, li!, a), await bring(stack, li!, a), (await ask(li!, a)).body.media as string];
    const half = await ask(li!, a);
    await post(stack, half.body.full, jpeg());
    await stack.settle();
    const secretary = (await stack.person({ village: a, offices: ["office:secretary"] })).as;
    const draft = (media: object[]) => ({ kind: "plain", title: "水渠清淤", text: "请看照片", media });
    const { body: notice } = await secretary.call("affairs/notices", "draft", { village: a, body: draft([{ id: used, kind: "photo" }]) });
    await stack.later(23 * 3_600_000);
    expect((await about(orphan)).state).toBe("ready");
    await stack.later(2 * 3_600_000);
    expect(await Promise.all([orphan, used, never, half.body.media as string].map(async (id) => { const found = await about(id); return found.state ?? found.status; }))).toEqual([404, "ready", 404, 404]);
    expect([await inBucket("kept", orphan), await inBucket("kept", orphan, "thumb"), await inBucket("in", half.body.media as string)]).toEqual([null, null, null]);
    expect(await status(stack.guest(), used, a, true)).toBe(200);
    await secretary.call("affairs/notices", "edit", { village: a, params: { id: notice.id }, body: draft([]) });
    await stack.later(31 * 86_400_000);
    expect([(await about(used)).status, await inBucket("kept", used), await stack.rows(`V#${a}`, "MEDIAUSE#")]).toEqual([404, null, []]);
    stack.at(null);
  });
});
