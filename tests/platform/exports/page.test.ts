import { describe, expect, test } from "vitest";
import { arranged, unzip, zipOf } from "../../../web/platform/exports/zip.ts";
import { openPage, sees } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import { VILLAGE } from "../../core/web-sample.ts";
import { own, pageAt, refusal, sound, soundInBoth } from "../pages.ts";

const EXPORTS = "platform/exports";
const AT = "2026-04-03T02:00:00.000Z";
const ME = "01J00000000000000000000ME0";
const ID = (n: number): string => `01J000000000000000000000${String(n).padStart(2, "0")}`;
const VILLAGER = { person: ME, name: "李秀英", whos: { [VILLAGE]: ["villager", "household"] } };
const SECRETARY = { person: ME, name: "王书记", whos: { [VILLAGE]: ["villager", "office:secretary"] } };
const OPERATOR = { person: ME, name: "管理员", whos: { region: ["operator"] } };
const region = (path: string): string => `/v1/${EXPORTS}/region${path}`;
const copy = (over: object) => ({ id: ID(1), state: "ready", at: AT, askedBy: ME, office: "office:secretary", alone: false, reason: null, rows: 3, until: "2026-04-10T02:00:00.000Z", files: [], version: 3, history: [], ...over });
const intake = (over: object) => ({
  id: ID(5), village: "431228103999", names: { zh: "远山村", en: "Far Hill" }, at: AT, state: "bringing", rows: 2, counts: { MEMBER: 2 }, missing: [], files: 1, written: 0, problems: [], moreProblems: 0, kept: 0, faults: null, ...over,
});
const TEXTS = { "manifest.json": '{"format":1}', "MEMBER-1.jsonl": "{}\n", "table-MEMBER-1.csv": "key,name\r\n1,李秀英\r\n", "table-MEMBER-2.csv": "key,name\r\n2,张和平\r\n" };

const ANSWERS = {
  [`GET ${region("/mine/files")}`]: { items: [{ id: ID(2), at: AT, state: "ready", rows: 31, until: "2026-04-10T02:00:00.000Z" }] },
  [`GET ${region("/mine/erasure")}`]: { erasure: null },
  [`GET ${own(EXPORTS, "/")}`]: { items: [copy({ files: Object.keys(TEXTS).map((name) => ({ name, rows: 1, bytes: 9, sha256: "0".repeat(64) })) }), copy({ id: ID(3), state: "asked", askedBy: ID(9), until: null })], next: null },
  ...Object.fromEntries(Object.entries(TEXTS).map(([name, text]) => [`POST ${own(EXPORTS, `/${ID(1)}/files/${name}`)}`, () => ({ body: text })])),
  [`GET ${own(EXPORTS, "/erasures")}`]: { items: [{ id: ID(4), person: ID(8), name: "周大爷", at: AT, until: "2026-04-10T02:00:00.000Z", state: "waiting", by: "office", why: "next-of-kin" }], next: null },
  [`GET ${region("/intakes")}`]: { items: [intake({ problems: [{ file: "MEMBER-1.jsonl", line: 3, reason: "newer-row" }] })], next: null },
};

const server = servedPages(ANSWERS);

describe("the archive of a copy", () => {
  test("opens anywhere: one table a kind, its parts under one heading, and the same texts come out again", async () => {
    const files = arranged(Object.entries(TEXTS).map(([name, text]) => ({ name, text })));
    expect(files.find(({ name }) => name === "tables/MEMBER.csv")!.text).toBe("\ufeffkey,name\r\n1,李秀英\r\n2,张和平\r\n");
    const out = await unzip(zipOf(files));
    expect([out.get("MEMBER-1.jsonl"), out.get("manifest.json")]).toEqual(["{}\n", '{"format":1}']);
    await expect(unzip(new Blob(["no archive"]))).rejects.toThrow("no archive");
  });
});

describe("my data", () => {
  test("can be read in the largest letters on the narrowest phone", async () => {
    await soundInBoth(`${server.url}${pageAt(EXPORTS)}`, { zh: "共31条", en: "31 lines" }, { session: VILLAGER });
  });
  test("are asked for and erased only after signing in again, and the way there leads back", async () => {
    const no = refusal(403, "sign-in-again", "请先再登录一次");
    const strict = await server.with({ [`POST ${region("/mine/files")}`]: no, [`POST ${region("/mine/erasure")}`]: no });
    const seen = await openPage(`${strict.url}${pageAt(EXPORTS)}`, { session: VILLAGER });
    await seen.page.getByRole("button", { name: "整理一份给我" }).click();
    await sees(seen.page, "先再登录一次");
    expect(await seen.page.getByRole("link", { name: "再登录一次" }).getAttribute("href")).toBe(`/v/${VILLAGE}/platform/sign-in?back=${encodeURIComponent(pageAt(EXPORTS))}`);
    await seen.page.getByRole("button", { name: "删掉我的一切" }).click();
    await sees(seen.page, "真的要删掉吗");
    expect(strict.asked.filter((each) => each.includes("erasure"))).toEqual([`GET ${region("/mine/erasure")}`]);
    await sound(seen);
    await seen.close();
  });
  test("say plainly that an office asked for the erasing, and are kept with one press", async () => {
    const waiting = { id: ID(4), person: ME, name: "李秀英", at: AT, until: "2026-04-10T02:00:00.000Z", state: "waiting", by: "office", why: "asked-in-person" };
    const asked = await server.with({ [`GET ${region("/mine/erasure")}`]: { erasure: waiting }, [`POST ${region("/mine/erasure/back")}`]: { ...waiting, state: "taken-back" } });
    const seen = await openPage(`${asked.url}${pageAt(EXPORTS)}`, { session: VILLAGER });
    await sees(seen.page, "不是您的意思");
    await seen.page.getByRole("button", { name: "不删了，留下" }).click();
    await sees(seen.page, "什么都没有删");
    expect(asked.asked).toContain(`POST ${region("/mine/erasure/back")}`);
    await seen.close();
  });
});

describe("the village's data", () => {
  test("come as one archive, and a second post agrees or says why not", async () => {
    const seen = await openPage(`${server.url}${pageAt(EXPORTS, "village")}`, { session: SECRETARY });
    const [download] = await Promise.all([seen.page.waitForEvent("download"), seen.page.getByRole("button", { name: "下载（一个压缩包）" }).click()]);
    const parts: Buffer<ArrayBuffer>[] = [];
    for await (const part of await download.createReadStream()) parts.push(part as Buffer<ArrayBuffer>);
    const archive = await unzip(new Blob(parts));
    expect([...archive.keys()].sort()).toEqual(["MEMBER-1.jsonl", "MEMBER.csv", "manifest.json"]);
    expect(await seen.page.getByRole("button", { name: "我同意" }).count()).toBe(1);
    await seen.page.getByRole("button", { name: "不同意" }).click();
    await sees(seen.page, "为什么不同意");
    await sound(seen);
    await seen.close();
  });
  test("is asked for at the desk, by name and with the reason, for somebody who cannot ask alone", async () => {
    const { sent, listening } = await server.catching(`POST ${own(EXPORTS, "/erasures")}`, {}, { [`GET ${own("circle/members")}`]: { items: [{ person: ID(9), name: "吴奶奶", group: "2", state: "verified" }], next: null } });
    const seen = await openPage(`${listening.url}${pageAt(EXPORTS, "erase")}`, { session: SECRETARY });
    await seen.page.getByLabel("姓名").fill("吴");
    await seen.page.getByText("吴奶奶").click();
    await seen.page.getByText("过世了，家里人说的").click();
    await seen.page.getByRole("button", { name: "7天后删掉" }).click();
    await sound(seen);
    await seen.page.getByRole("button", { name: "7天后删掉" }).click();
    await expect.poll(() => sent).toEqual([{ person: ID(9), why: "next-of-kin" }]);
    await seen.close();
  });
  test("has a desk for those who cannot ask alone", async () => {
    await soundInBoth(`${server.url}${pageAt(EXPORTS, "erase")}`, { zh: "周大爷", en: "next of kin" }, { session: SECRETARY });
  });
});

describe("a village from elsewhere", () => {
  test("is handed in as its archive: the manifest first, then what the server lacks; problems are named by file and line", async () => {
    const sent: string[] = [];
    const listening = await server.with({ [`POST ${region("/intakes")}`]: (body: string) => { sent.push(body); return { body: intake({ missing: ["MEMBER-1.jsonl"] }) }; },
      [`PUT ${region(`/intakes/${ID(5)}/files/MEMBER-1.jsonl`)}`]: (body: string) => { sent.push(body); return { body: intake({}) }; },
    });
    const seen = await openPage(`${listening.url}/r/${EXPORTS}`, { session: OPERATOR });
    await sees(seen.page, "MEMBER-1.jsonl 第3行：比这里的程序新");
    const archive = zipOf(arranged(Object.entries(TEXTS).map(([name, text]) => ({ name, text }))));
    await seen.page.locator("input[type=file]").setInputFiles({ name: "copy.zip", mimeType: "application/zip", buffer: Buffer.from(await archive.arrayBuffer()) });
    await expect.poll(() => sent.length).toBe(2);
    expect(sent.map((each) => JSON.parse(each) as unknown)).toEqual([{ manifest: { format: 1 } }, { text: "{}\n" }]);
    await seen.page.locator("input[type=file]").setInputFiles({ name: "x.zip", mimeType: "application/zip", buffer: Buffer.from("nothing") });
    await sees(seen.page, "这不是拷贝的压缩包");
    await sound(seen);
    await seen.close();
  });
});
