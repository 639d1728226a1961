import { describe, expect, test } from "vitest";
import { axe, openPage, sees, sideways, smallTargets, until } from "../../core/browser.ts";
import type { Reader } from "../../core/browser.ts";
import { servedPages } from "../../core/served.ts";
import type { Answers, Still } from "../../core/still-server.ts";
import { api, AREA, BAISHUI, COUNTY, ID, issued, later, OFFICER, open, QINGSHAN, shown, source, VILLAGE_API, warning } from "./page-sample.ts";

const county = servedPages({ ...COUNTY, ...VILLAGE_API });

const [LIST, VILLAGE] = [`/a/${AREA}/alerts/warnings`, `/v/${QINGSHAN}/alerts/warnings`];
const SMALL: Reader = { size: "30", width: 320, height: 2_400 };
/** Opens a page as a duty officer and waits for a text. */
const look = async (server: Pick<Still, "url" | "asked">, path: string, text: string, reader: Reader = {}) => {
  const seen = await openPage(`${server.url}${path}`, { session: OFFICER, height: 2_400, ...reader });
  await sees(seen.page, text);
  return seen;
};
/** What every page owes its readers. */
const owed = async ({ page, errors }: Awaited<ReturnType<typeof look>>, least = 44): Promise<void> => {
  await until(page, () => !document.querySelector("[role=status].hush"), "it went on loading");
  expect(await sideways(page), "pushed sideways").toBe(0);
  expect(await smallTargets(page, least)).toEqual([]);
  expect(await axe(page)).toEqual([]);
  expect(errors).toEqual([]);
};
const answering = async (answers: Answers, go: (server: Pick<Still, "url" | "asked">) => Promise<void>): Promise<void> => {
  const server = await county.with(answers);
  await go(server);
};

describe("the county's warnings", () => {
  test("stand with what waits first, their colour said as a word, drills and one person's word marked", async () => {
    const seen = await look(county, LIST, "等第二个人签发", SMALL);
    expect(await seen.page.locator("h2").allInnerTexts()).toEqual(["等第二个人签发", "正在生效", "草稿", "过去的"]);
    expect(await seen.page.getByRole("link", { name: "红色预警：山洪" }).innerText()).toContain("一个人签发");
    expect(await seen.page.getByRole("link", { name: "橙色预警：火灾" }).innerText()).toContain("演练");
    await owed(seen);
    await seen.close();
  });
});

describe("writing a warning", () => {
  test("goes step by step on a phone, has its words written and says what sending takes", async () => {
    await answering({}, async (server) => {
      const seen = await look(server, `${LIST}/new`, "Step 1 of 4", { ...SMALL, language: "en" });
      const { page } = seen;
      expect(await page.getByRole("button", { name: "Next: for whom" }).isDisabled()).toBe(true);
      for (const choice of ["Our own order", "flash flood", "Red"]) await page.locator("label.choice", { hasText: choice }).first().click();
      expect(await page.getByRole("radio", { name: "Leave now" }).isChecked()).toBe(true);
      await page.getByRole("button", { name: "Next: for whom" }).click();
      await page.locator("label.choice", { hasText: "Baishui" }).click();
      await sees(page, "people: 612");
      await owed(seen);
      await page.getByRole("button", { name: "Next: where to go" }).click();
      await page.locator("label.choice", { hasText: "6 hours" }).click();
      await page.getByRole("button", { name: "Next: the words" }).click();
      await sees(page, "43 characters fewer save one part each");
      await sees(page, "Nobody else can approve it");
      await owed(seen);
      await page.getByRole("button", { name: "Put up for approval" }).click();
      await sees(page, "In force");
      expect(server.asked.filter((each) => /^(POST|PUT)/.test(each) && !each.endsWith("/cost"))).toEqual([`POST ${api}/`, `POST ${api}/${ID}/put-up`]);
      expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("draft:")))).toEqual([]);
      await seen.close();
    });
  });
  test("sends what was chosen, and the words that were changed by hand", async () => {
    const bodies: string[] = [];
    await answering({ [`GET ${api}/${ID}`]: warning(), [`PUT ${api}/${ID}`]: (body: string) => { bodies.push(body); return { body: warning({ version: 2 }) }; } }, async (server) => {
      const { page, close } = await look(server, `${LIST}/${ID}/edit`, "要发的话", { width: 1280 });
      await page.getByLabel("短信").first().fill("红色山洪：{village}马上走");
      await sees(page, "11 个字，1 条");
      await page.getByRole("button", { name: "存草稿" }).click();
      await sees(page, "草稿存好了");
      expect(JSON.parse(bodies[0] ?? "{}")).toMatchObject({ kind: "order", colour: "red", parts: [{ village: QINGSHAN }, { village: BAISHUI, mark: "river" }], texts: { zh: { sms: "红色山洪：{village}马上走" } } });
      await page.locator("label.choice", { hasText: "演练" }).click();
      await sees(page, "按新的内容再写一遍");
      await page.getByRole("button", { name: "按新的内容再写一遍" }).click();
      await sees(page, "您自己写的话先放在一边");
      expect(JSON.parse(bodies[1] ?? "{}")).toMatchObject({ status: "Exercise", texts: {} });
      await close();
    });
  });
  test("is all still there after the page was closed", async () => {
    const { page, close } = await look(county, `${LIST}/new`, "第 1 步");
    for (const choice of ["转发气象预警", "高温", "橙色"]) await page.locator("label.choice", { hasText: choice }).first().click();
    await page.getByRole("textbox", { name: "谁发的" }).fill("县气象台");
    await page.reload();
    await sees(page, "橙色预警：高温");
    expect(await page.getByRole("textbox", { name: "谁发的" }).inputValue()).toBe("县气象台");
    await close();
  });
  test("of a large area asks for its number of households", async () => {
    const bodies: string[] = [];
    const putUp = (body: string) => { bodies.push(body); return bodies.length === 1 ? { status: 422, body: { type: "type-the-number", status: 422, title: "范围很大：请输入户数 6000 再发", field: "households", detail: { households: 6000 } } } : { body: issued() }; };
    await answering({ [`GET ${api}/${ID}`]: warning(), [`POST ${api}/${ID}/put-up`]: putUp }, async (server) => {
      const { page, close } = await look(server, `${LIST}/${ID}/edit`, "要发的话", { width: 1280 });
      await page.getByRole("button", { name: "提请签发" }).click();
      await page.getByLabel("户数").fill("6000");
      await page.getByRole("button", { name: "提请签发" }).first().click();
      await sees(page, "写了什么");
      expect(bodies.map((each) => JSON.parse(each) as unknown)).toEqual([{}, { households: 6000 }]);
      await close();
    });
  });
  test("of a message that was read in names its problems as sentences", async () => {
    await answering({ [`GET ${api}/${ID}`]: warning({ kind: "relay", source }) }, async (server) => {
      const seen = await look(server, `${LIST}/${ID}/edit`, "认不出是本地的哪里（北部山区）", { theme: "dark" });
      await owed(seen);
      await seen.close();
    });
  });
});

describe("steering a warning", () => {
  test("shows what it says in both languages, who wrote and who approved it, and the way to the board", async () => {
    const seen = await look(county, `${LIST}/${ID}`, "现在就走", SMALL);
    await sees(seen.page, "Leave now for the village school");
    await sees(seen.page, "林主任（县负责人）");
    expect(await seen.page.getByRole("link", { name: "看态势：还有谁没下落" }).getAttribute("href")).toBe(`/a/${AREA}/alerts/roll-call/${ID}`);
    await owed(seen);
    await seen.close();
  });
  test("waits for a second person with a clock that runs, and is approved with one press", async () => {
    let state = warning({ state: "waiting", waitsUntil: later(30), drafter: "another" });
    await answering({ [`GET ${api}/${ID}`]: () => ({ body: state }), [`POST ${api}/${ID}/approve`]: () => { state = issued(); return { body: state }; } }, async (server) => {
      const { page, close } = await look(server, `${LIST}/${ID}`, "后自动发出");
      expect(await page.getByRole("timer").innerText()).toMatch(/^\d+:\d\d/);
      await page.getByRole("button", { name: "签发", exact: true }).click();
      await sees(page, "正在生效");
      await close();
    });
  });
  test("that is ended too early names the households and takes a reason for each", async () => {
    const bodies: string[] = [];
    const house = { village: QINGSHAN, household: "01J8ZQ6V9M00000000000000H1", label: "7 孙奶奶" };
    const end = (body: string) => { bodies.push(body); return bodies.length === 1 ? { status: 409, body: { type: "households-open", status: 409, title: "还有 1 户没有下落：7 孙奶奶", detail: { open: 1, households: [house] } } } : { body: issued({ state: "ended" }) }; };
    await answering({ [`GET ${api}/${ID}`]: () => ({ body: issued(bodies.length > 1 ? { state: "ended" } : {}) }), [`POST ${api}/${ID}/end`]: end }, async (server) => {
      const { page, close } = await look(server, `${LIST}/${ID}`, "结束：全都有下落了");
      await page.getByRole("button", { name: "结束：全都有下落了" }).click();
      await page.getByRole("button", { name: "结束：全都有下落了" }).click();
      await page.getByLabel("青山村 · 7 孙奶奶").fill("女儿接走了，电话打不通");
      expect(await axe(page)).toEqual([]);
      await page.getByRole("button", { name: "按“未完成”结束" }).click();
      await sees(page, "已结束");
      expect(JSON.parse(bodies[1] ?? "{}")).toEqual({ as: "incomplete", reasons: [{ village: house.village, household: house.household, reason: "女儿接走了，电话打不通" }] });
      await close();
    });
  });
  test("gives the all-clear only after the open calls for help were read", async () => {
    const bodies: string[] = [];
    const clear = (body: string) => { bodies.push(body); return bodies.length === 1 ? { status: 409, body: { type: "calls-for-help-open", status: 409, title: "还有 1 户求助没有处理：3 周大爷", detail: { open: 1, households: [{ village: QINGSHAN, household: "h", label: "3 周大爷" }] } } } : { body: issued({ state: "cleared" }) }; };
    await answering({ [`GET ${api}/${ID}`]: () => ({ body: issued(bodies.length > 1 ? { state: "cleared" } : {}) }), [`POST ${api}/${ID}/clear`]: clear }, async (server) => {
      const { page, close } = await look(server, `${LIST}/${ID}`, "解除预警");
      await page.getByRole("button", { name: "解除预警" }).click();
      await page.getByRole("button", { name: "解除，让大家回家" }).click();
      await sees(page, "青山村 · 3 周大爷");
      await page.getByRole("button", { name: "知道了，还是解除" }).click();
      await sees(page, "已解除");
      expect(bodies.map((each) => JSON.parse(each) as unknown)).toEqual([{ despiteOpenCalls: false }, { despiteOpenCalls: true }]);
      await close();
    });
  });
  test("that is paused says so and can go on; an update begins from it and names it", async () => {
    const bodies: string[] = [];
    await answering({ [`GET ${api}/${ID}`]: issued({ paused: true }), [`POST ${api}/`]: (body: string) => { bodies.push(body); return { body: warning() }; } }, async (server) => {
      const { page, close } = await look(server, `${LIST}/${ID}`, "现在暂停发送");
      expect(await page.getByRole("button", { name: "继续发送" }).count()).toBe(1);
      await page.getByRole("link", { name: "发更新" }).click();
      await sees(page, "更新预警");
      for (let step = 0; step < 3; step++) await page.getByRole("button", { name: "下一步" }).click();
      await sees(page, "发出去要多少");
      expect(JSON.parse(bodies[0] ?? "{}")).toMatchObject({ replaces: ID, hazard: "flash-flood", place: { zh: "村小学" } });
      await close();
    });
  });
});

describe("a village's warnings", () => {
  test("are read by anybody: what to do in large print, from whom, until when", async () => {
    const seen = await look(county, `${VILLAGE}/${ID}`, "现在就走", { ...SMALL, mode: "elder" });
    expect(await seen.page.locator("h1").innerText()).toContain("去村小学");
    await sees(seen.page, "值班室转发");
    await sees(seen.page, "一个人签发：当时没有第二个人在岗");
    await owed(seen, 60);
    await seen.close();
  });
  test("that ran out never look like an all-clear", async () => {
    await answering({ [`GET ${open}/${ID}/shown`]: shown({ state: "lapsed", how: "by-time", overAt: later(-60) }) }, async (server) => {
      const { page, close } = await look(server, `${VILLAGE}/${ID}`, "没有解除通知");
      expect(await page.getByText("可以回家了").count()).toBe(0);
      expect(await page.locator("h1").innerText()).toContain("请继续小心");
      await close();
    });
  });
  test("stand with what holds now first; without any, the list says so calmly", async () => {
    const seen = await look(county, VILLAGE, "正在生效", { ...SMALL, language: "zh" });
    expect(await seen.page.locator("h2").allInnerTexts()).toEqual(["正在生效", "过去的"]);
    await sees(seen.page, "预警解除，可以回家了");
    await owed(seen);
    await seen.close();
    await answering({ [`GET ${open}/running`]: { items: [] } }, async (server) => {
      const { page, close } = await look(server, VILLAGE, "现在没有预警");
      expect(await page.locator(".alarm").count()).toBe(0);
      await close();
    });
  });
});

describe("reading in a warning from elsewhere", () => {
  const CAP = `/a/${AREA}/alerts/cap`;
  test("makes a draft with its problems named", async () => {
    const problems = [{ code: "no-expires", detail: "" }];
    await answering({ [`POST /v1/alerts/cap/areas/${AREA}/import`]: { cap: source.cap, warning: ID, problems, already: false } }, async (server) => {
      const seen = await look(server, CAP, "county-weather@sample", SMALL);
      await seen.page.getByLabel("或者把全文粘贴在这里").fill("<alert/>");
      await seen.page.getByRole("button", { name: "收进来" }).click();
      await sees(seen.page, "没写到什么时候为止");
      expect(await seen.page.getByRole("link", { name: "打开草稿" }).first().getAttribute("href")).toBe(`${LIST}/${ID}`);
      await owed(seen);
      await seen.close();
    });
  });
  test("of a broken file says which line is wrong and shows it", async () => {
    await answering({ [`POST /v1/alerts/cap/areas/${AREA}/import`]: () => ({ status: 422, body: { type: "not-xml", status: 422, title: "第2行第3字：这不是完整的 XML 文件。", field: "xml", detail: { line: 2, column: 3, detail: "x" } } }) }, async (server) => {
      const { page, close } = await look(server, CAP, "收进别处的预警");
      await page.getByLabel("或者把全文粘贴在这里").fill("<alert>\n<broken\n</alert>");
      await page.getByRole("button", { name: "收进来" }).click();
      await sees(page, "第2行第3字");
      expect(await page.locator("code").innerText()).toBe("<broken");
      await close();
    });
  });
});
