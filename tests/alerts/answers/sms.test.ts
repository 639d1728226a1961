import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { handler } from "../../../functions/alerts/answers/handlers.ts";
import { Alert } from "../../../functions/alerts/warnings/rows.ts";
import { systemClock } from "../../../functions/core/clock.ts";
import { invitesReply } from "../../../infra/regions/check.ts";
import { openStack, type TestStack } from "../../core/stack.ts";
import { alertFor, layHouse, said, text, warn, type House } from "./village.ts";

let stack: TestStack;
let village: string;
let other: string;
let next = 0;
const number = (): string => `+86138${String(20_000_000 + ++next)}`;
const warning = (facts: Partial<Alert> = {}): Alert => alertFor(systemClock.id(stack.now()), facts);
const unplaced = () => stack.rows("R#", "UNPLACED#");
beforeAll(async () => { stack = await openStack([handler]); });
afterAll(() => stack.stop());
beforeEach(async () => {
  stack.at("2026-06-10T12:10:00.000Z");
  village = await stack.village();
  other = await stack.village();
});

describe("a household's own phone", () => {
  let phone: string;
  let house: House;
  let alert: Alert;
  beforeEach(async () => {
    phone = number();
    house = await layHouse(stack, village, "12", [{ name: "李秀英", weak: true, phone }, { name: "李大山" }]);
    await warn(stack, village, alert = warning(), [house]);
  });
  it("answers by number, and is told what was noted", async () => {
    expect(await text(stack, phone, "２，2人")).toEqual(["记下了：12号李秀英家走了2人，都走了。要帮忙打0737-1234567"]);
    expect(await said(stack, village)).toMatchObject([{ household: house.id, warning: alert.id, fact: "left", people: 2, seen: true, channel: "sms" }]);
  });
  it("that says 'all left' without a number is asked for it", async () => {
    expect((await text(stack, phone, "都走了"))[0]).toContain("几个人");
    expect(await said(stack, village)).toMatchObject([{ fact: "left", people: null, seen: false }]);
  });
  it("that says fewer than sleep there is asked whether that is everybody", async () => expect((await text(stack, phone, "2 1"))[0]).toContain("登记在家住2人"));
  it("calls for help and reads the emergency number", async () => {
    expect((await text(stack, phone, "救命！！水进屋了"))[0]).toContain("119");
    expect(await said(stack, village)).toMatchObject([{ fact: "help" }]);
  });
  it("a message delivered twice is one answer and one reply", async () => {
    expect(await text(stack, phone, "1", "the-same-message")).toHaveLength(1);
    expect(await text(stack, phone, "1", "the-same-message")).toHaveLength(0);
    expect(await stack.rows(`V#${village}`, "ANSWER#")).toHaveLength(1);
  });
  it("an unknown word counts as something said, and the short help text comes once, not to a machine all night", async () => {
    expect((await text(stack, phone, "我是机器人，现在忙"))[0]).toContain("没看懂");
    expect(await text(stack, phone, "我是机器人，现在忙")).toEqual([]);
    expect((await said(stack, village)).map((each) => each["fact"])).toEqual(["something", "something"]);
  });
  it("is answered in the language of its contact book", async () => {
    const english = number();
    const theirs = await layHouse(stack, village, "14", [{ name: "Wang Anna", phone: english, language: "en" }]);
    await warn(stack, village, alert, [theirs]);
    expect(await text(stack, english, "2 1")).toEqual(["Noted: Wang Anna, no. 14, all left (1). For help call 0737-1234567"]);
  });
  it("of two warnings the red one is meant, of two red ones the later", async () => {
    await warn(stack, village, warning({ colour: "yellow", issuedAt: "2026-06-10T12:09:00.000Z" }), [house]);
    const later = warning({ issuedAt: "2026-06-10T12:08:00.000Z" });
    await warn(stack, village, later, [house]);
    await text(stack, phone, "1");
    expect(await said(stack, village)).toMatchObject([{ warning: later.id }]);
  });
  it("after the end is kept for the report; a cry goes to the officers on duty", async () => {
    await stack.store(Alert, { ...alert, state: "ended", overAt: "2026-06-10T12:05:00.000Z", how: "complete" }, { village });
    expect((await text(stack, phone, "2 2"))[0]).toContain("已经结束");
    const before = (await unplaced()).length;
    expect((await text(stack, phone, "救命"))[0]).toContain("119");
    expect(await stack.rows(`V#${village}`, "ANSWER#")).toMatchObject([{ afterEnd: true }, { afterEnd: true }]);
    expect(await said(stack, village)).toEqual([]);
    expect(await unplaced()).toHaveLength(before + 1);
  });
  it("when nothing is open is told so once, and a cry is still kept", async () => {
    const quiet = number();
    await layHouse(stack, other, "3", [{ name: "周八", phone: quiet }]);
    expect((await text(stack, quiet, "1"))[0]).toContain("没有要回的预警");
    expect(await text(stack, quiet, "1")).toEqual([]);
    const before = (await unplaced()).length;
    expect((await text(stack, quiet, "救命"))[0]).toContain("119");
    expect(await unplaced()).toHaveLength(before + 1);
  });
  it("STOP stops everyday messages in every village's book, and says that danger to life still comes", async () => {
    const again = await layHouse(stack, other, "5", [{ name: "李秀英", phone, id: house.people[0]! }]);
    expect((await text(stack, phone, "退订"))[0]).toContain("生命危险");
    const books = [...await stack.rows(`V#${village}`, `CONTACT#${house.id}`), ...await stack.rows(`V#${other}`, `CONTACT#${again.id}`)];
    expect(books.flatMap((book) => (book["entries"] as { stopped: boolean }[]).map((each) => each.stopped))).toEqual([true, true]);
    expect(await said(stack, village)).toEqual([]);
  });
});

describe("a son far away", () => {
  it("who writes that all left makes nobody vulnerable seen, and 'not in the village' closes no house", async () => {
    const phone = number();
    const house = await layHouse(stack, village, "7", [{ name: "陈奶奶", weak: true }, { name: "陈强", away: true, phone }]);
    await warn(stack, village, warning(), [house]);
    await text(stack, phone, "2 1");
    await text(stack, phone, "不在村");
    expect((await said(stack, village)).map((each) => [each["fact"], each["seen"]])).toEqual([["left", false], ["something", false]]);
  });
});

describe("two households on one phone", () => {
  let phone: string;
  let first: House;
  let second: House;
  beforeEach(async () => {
    phone = number();
    first = await layHouse(stack, village, "12", [{ name: "李秀英", phone }]);
    second = await layHouse(stack, other, "7", [{ name: "王大山", phone }]);
    const alert = warning();
    await warn(stack, village, alert, [first]);
    await warn(stack, other, alert, [second]);
  });
  it("is asked for whom; nothing is said of either until the letter comes, then of that one alone", async () => {
    const [question = ""] = await text(stack, phone, "2 1");
    expect(question).toContain("哪一家");
    const letter = question.indexOf("A 12号李秀英家") >= 0 ? "A" : "B";
    expect([...await said(stack, village), ...await said(stack, other)]).toEqual([]);
    expect((await text(stack, phone, letter))[0]).toContain("李秀英");
    expect(await said(stack, village)).toMatchObject([{ household: first.id, fact: "left", people: 1 }]);
    expect(await said(stack, other)).toEqual([]);
    await text(stack, phone, letter === "A" ? "ｂ" : "ａ");
    expect(await said(stack, other)).toMatchObject([{ household: second.id, fact: "left", people: 1 }]);
  });
  it("a cry stands with the officers at once, before anybody knows for whom", async () => {
    const [question = ""] = await text(stack, phone, "3");
    expect(question).toContain("119");
    const mine = (await unplaced()).filter((each) => each["phone"] === phone);
    expect(mine).toMatchObject([{ help: true, placed: null }]);
    await text(stack, phone, "王大山");
    expect(await said(stack, other)).toMatchObject([{ household: second.id, fact: "help" }]);
    expect((await unplaced()).filter((each) => each["phone"] === phone)).toMatchObject([{ placed: { household: second.id } }]);
  });
  it("a newer word beside the letter counts", async () => {
    const [question = ""] = await text(stack, phone, "1");
    await text(stack, phone, `${question.includes("A 12号") ? "A" : "B"} 4`);
    expect(await said(stack, village)).toMatchObject([{ fact: "stayed" }]);
  });
  it("what is written before the letter comes is added, the gravest of it counts, and a machine is not asked again", async () => {
    const [question = ""] = await text(stack, phone, "3");
    expect(await text(stack, phone, "我在开会")).toEqual([]);
    expect(await text(stack, phone, "2 1")).toHaveLength(1);
    expect((await unplaced()).filter((each) => each["phone"] === phone)).toMatchObject([{ help: true, text: "3 / 我在开会 / 2 1" }]);
    await text(stack, phone, question.includes("A 12号") ? "A" : "B");
    expect(await said(stack, village)).toMatchObject([{ fact: "help" }]);
  });
  it("two hours later a letter alone says nothing any more", async () => {
    await text(stack, phone, "1");
    stack.at("2026-06-10T14:20:00.000Z");
    expect((await text(stack, phone, "A"))[0]).toContain("哪一家");
    expect([...await said(stack, village), ...await said(stack, other)]).toEqual([]);
  });
});

describe("a number on no roll", () => {
  it("is kept as unplaced, never as a household's, and asked which house once", async () => {
    const phone = number();
    expect((await text(stack, phone, "3"))[0]).toContain("哪个村");
    expect(await text(stack, phone, "青山村12号李秀英家")).toEqual([]);
    expect((await unplaced()).filter((each) => each["phone"] === phone)).toMatchObject([{ help: true, asked: true, text: "3 / 青山村12号李秀英家" }]);
    expect(await stack.rows(`V#${village}`, "ANSWER#")).toEqual([]);
  });
  it("a later cry lifts the earlier word to the top of the list", async () => {
    const phone = number();
    await text(stack, phone, "你好");
    await text(stack, number(), "收到");
    expect((await text(stack, phone, "救命"))[0]).toContain("119");
    const officer = await stack.person({ offices: ["county:duty-officer"] });
    const { items } = (await officer.as.call("alerts/answers", "unplacedOfCounty", { query: { limit: "1" } })).body;
    expect(items[0]).toMatchObject({ help: true });
    expect(items.filter((each: { phone: string }) => each.phone === phone)).toHaveLength(1);
  });
  it("a carrier's service number is kept and not written to", async () => {
    const before = stack.phones.messages.length;
    await text(stack, "10086", "您的话费余额不足");
    expect(stack.phones.messages).toHaveLength(before);
  });
  it("a person finds its house: it becomes that house's answer, once", async () => {
    const phone = number();
    const house = await layHouse(stack, village, "21", [{ name: "孙九" }]);
    const alert = warning();
    await warn(stack, village, alert, [house]);
    await text(stack, phone, "救命");
    const id = (await unplaced()).find((each) => each["phone"] === phone)!["id"] as string;
    const officer = await stack.person({ offices: ["county:duty-officer"] });
    const place = (body: object) => officer.as.call("alerts/answers", "place", { params: { id }, body });
    expect((await place({ village: other, warning: alert.id, household: house.id })).status).toBe(404);
    expect((await place({ village, warning: alert.id, household: (await layHouse(stack, other, "8", [{ name: "吴十" }])).id })).status).toBe(404);
    expect((await place({ village: "439999103201", warning: alert.id, household: house.id })).status).toBe(404);
    expect((await place({ village, warning: alert.id, household: house.id })).body).toEqual({ placed: true });
    expect((await place({ village, warning: alert.id, household: house.id })).body.type).toBe("already-placed");
    await stack.settle();
    await stack.replay();
    await stack.settle();
    expect(await said(stack, village)).toMatchObject([{ household: house.id, fact: "help", channel: "sms" }]);
  });
  it("is seen by the duty office and, masked, by the operator; by nobody else", async () => {
    const phone = number();
    await text(stack, phone, "3");
    const operator = await stack.person({ offices: ["operator"] });
    const seen = await operator.as.call("alerts/answers", "unplaced", {});
    expect(seen.status).toBe(200);
    expect(seen.text).not.toContain(phone.slice(3));
    const secretary = await stack.person({ village, offices: ["office:secretary"] });
    expect((await secretary.as.call("alerts/answers", "unplacedOfCounty", {})).status).toBe(403);
    expect((await stack.visitor.call("alerts/answers", "unplacedOfCounty", {})).status).toBe(401);
  });
  it("no log holds a number or what was written", async () => {
    const phone = number();
    await text(stack, phone, "救命啊我在河边");
    expect(stack.logs.join("\n")).not.toContain(phone.slice(3));
    expect(stack.logs.join("\n")).not.toContain("河边");
  });
});

describe("where answers by SMS cannot arrive", () => {
  it("nobody is asked anything, and no sentence invites an answer", async () => {
    const oneWay = await openStack([handler], { facts: { answers: ["link", "phone"] } });
    oneWay.at("2026-06-10T12:10:00.000Z");
    const there = await oneWay.village();
    const phone = number();
    const house = await layHouse(oneWay, there, "12", [{ name: "李秀英", phone }, { name: "李大山" }]);
    await warn(oneWay, there, warning(), [house]);
    const replies: string[] = [];
    for (const word of ["1", "2", "2 1", "什么", "3"]) replies.push(...await text(oneWay, phone, word));
    replies.push(...await text(oneWay, number(), "收到"), ...await text(oneWay, number(), "救命"));
    await oneWay.stop();
    expect(replies.length).toBeGreaterThan(4);
    for (const reply of replies) expect(invitesReply(reply) || /[回发]\s*\d|请回|text (\d|the|back)/i.test(reply), reply).toBe(false);
  });
});
