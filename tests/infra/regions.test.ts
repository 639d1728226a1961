import { describe, expect, test } from "vitest";
import { file as china } from "../../infra/regions/cn-north-1.ts";
import { file as plain } from "../../infra/regions/ap-southeast-1.ts";
import { checkRegion, invitesReply, type Sentence, stops } from "../../infra/regions/check.ts";
import { loadRegion, regionNames } from "../../infra/regions/load.ts";
import { facts } from "../../infra/regions/sample.ts";
import type { RegionFile } from "../../infra/regions/schema.ts";
import { allSentences } from "../../infra/regions/sentences.ts";

const words = await allSentences();
const refusals = (file: RegionFile, sentences: readonly Sentence[] = []): string[] => stops(file, checkRegion(file, sentences)).map(({ text }) => text);

describe("a region", () => {
  test.each(regionNames())("%s may be built, with all the words there are", async (name) => {
    const file = await loadRegion(name);
    expect(file.facts.name).toBe(name);
    expect(refusals(file, words)).toEqual([]);
  });

  test("an unknown one is answered with those there are", async () => {
    await expect(loadRegion("../secrets")).rejects.toThrow("There are: ap-southeast-1, cn-north-1");
  });

  test.each(["回1收到2已转移", "请回复1", "回短信即可", "Reply 1 if safe", "reply with \"1\"", "Text us back"])("“%s” asks for an answer by SMS", (text) => { expect(invitesReply(text)).toBe(true); });
  test.each(["请往回走100米", "打电话 0737-1234567", "Go to the school", "Your reply is on the board"])("“%s” does not", (text) => { expect(invitesReply(text)).toBe(false); });

  test("never invites an answer that cannot arrive", () => {
    expect(refusals(china, [{ key: "alerts/warnings:zh:leave", text: "红色山洪，立即转移。回1收到" }])).toEqual(["alerts/warnings:zh:leave invites an answer by SMS, and none can arrive here: answers are phone."]);
    expect(refusals(china, [{ key: "alerts/warnings:zh:answer.sms", text: "回1收到" }, { key: "alerts/warnings:zh:answer.sms.leave", text: "回1收到" }])).toEqual([]);
    expect(refusals({ ...china, facts: { ...china.facts, answers: ["sms"] } })).toEqual(["The adapter aliyun takes no replies: \"sms\" may not stand among the answers."]);
  });

  test("in China is refused what China does not have", () => {
    const sns = { ...china, facts: { ...china.facts, messaging: { ...china.facts.messaging, adapter: "sns" as const } } };
    expect(refusals(sns)).toContain("China partitions have no SNS SMS.");
    expect(refusals({ ...china, cdn: plain.cdn })[0]).toMatch(/IAM-store certificate/);
    expect(refusals({ ...china, awsRegion: "ap-southeast-1" })[0]).toMatch(/not a region of aws-cn/);
  });

  test("in production needs a number that is answered, a mail that hears alarms and templates that were approved", () => {
    const live = refusals({ ...china, facts: { ...china.facts, production: true } });
    expect(live).toHaveLength(4);
    expect(live.join("\n")).toMatch(/alarmEmail[^]*helpPhone|alarmEmail[^]*1234567/);
  });

  test("the village of npm start can be answered by SMS, by link and by phone, and is never taken for real", () => {
    expect(facts).toMatchObject({ profile: "cn-village", answers: ["sms", "link", "phone"], production: false, night: [22, 6] });
  });
});
