import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { answers, makeRegion, Refused } from "../../infra/build/region-make.ts";
import { QUESTIONS } from "../../infra/build/region-questions.ts";
import { checkRegion, stops } from "../../infra/regions/check.ts";
import { allSentences } from "../../infra/regions/sentences.ts";
import { build } from "./made-up.ts";

const HILLS = {
  country: "NP", "aws-region": "ap-south-1", name: "ap-south-1-hills", zone: "Asia/Kathmandu", currency: "NPR", "part-price": "150", "help-phone": "+977 1 4200105",
  "emergency-phone": "100", weather: "Department of Hydrology and Meteorology", households: "4000", "monthly-usd": "150", "max-price": "0.12",
};
const CHINA = {
  country: "CN", "part-price": "5", "sign-name": "为村", "help-phone": "0737-4225119", weather: "县气象台", households: "60000", "monthly-usd": "300",
  domain: "cun.zhongfang.gov.cn", "iam-certificate-id": "ASCAJR7EXAMPLE12",
};
const silent = (): void => undefined;
let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), "wecountry-region-")); });
afterEach(() => { rmSync(folder, { recursive: true }); });

describe("a new region", () => {
  test.each([["of hills", HILLS, "sns", "100"], ["of China", CHINA, "aliyun", "110"]])("%s passes the one schema, every rule and the sentences there are, and its stacks stand", async (_name, flags, adapter, policePhone) => {
    const { file, path } = await makeRegion(await answers(flags, null, silent), folder);
    expect(file.facts).toMatchObject({ production: false, policePhone, phoneCountries: [flags.country], messaging: { adapter } });
    expect(stops(file, checkRegion(file, await allSentences()))).toEqual([]);
    expect(readFileSync(path, "utf8").match(/To decide/g)!.length).toBeGreaterThanOrEqual(4);
    const all = build(file);
    expect(all.findings).toBe("");
    expect([...all.templates.keys()]).toEqual(expect.arrayContaining(["storage", "web", "core", "watch", "alerts"]));
  });

  test("never writes over one that is there", async () => {
    const said = await answers(HILLS, null, silent);
    writeFileSync(join(folder, "ap-south-1-hills.ts"), "mine");
    await expect(makeRegion(said, folder)).rejects.toThrow(/there already/);
    expect(readFileSync(join(folder, "ap-south-1-hills.ts"), "utf8")).toBe("mine");
  });

  test.each([
    ["country", "Nepal", /two letters/], ["aws-region", "kathmandu", /AWS region/], ["aws-region", "cn-north-1", /China's regions/], ["name", "hills", /ap-south-1/], ["zone", "Asia/Nowhere", /time zone/],
    ["currency", "GOLD", /three letters/], ["languages", "zh,fr", /"fr" is not one of/], ["adapter", "eum", /not part of this version/], ["answers", "sms,phone", /hears an answer by SMS/], ["help-phone", "call us", /not a phone number/],
    ["may-order", "everybody", /not an office/], ["monthly-usd", "-3", /between/], ["households", "many", /not a whole number/], ["area-code", "6,9,12", /smaller than the one before/], ["weather", "a \"b\"", /quotation marks/],
    ["alarm-email", "nobody", /mail address/], ["sender-id", "12345678901234", /1 to 11/], ["max-price", "0", /between/],
  ])("--%s %s is refused with a sentence, and nothing is written", async (flag, value, sentence) => {
    await expect(answers({ ...HILLS, [flag]: value }, null, silent)).rejects.toThrow(sentence);
    await expect(answers({ ...HILLS, [flag]: value }, null, silent)).rejects.toBeInstanceOf(Refused);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("whose answers contradict each other is taken away again: a link alone where links may not stand in an SMS", async () => {
    const said = await answers({ ...HILLS, answers: "link", "sms-links": "no" }, null, silent);
    await expect(makeRegion(said, folder)).rejects.toThrow("People may answer by link alone, and links may not stand in an SMS.");
    expect(readdirSync(folder)).toEqual([]);
  });

  test("without a person at the terminal a missing answer is named, and so is a flag nobody knows", async () => {
    const { zone: _zone, ...rest } = HILLS;
    await expect(answers(rest, null, silent)).rejects.toThrow("--zone is missing: Which time zone");
    await expect(answers({ ...HILLS, colour: "red" }, null, silent)).rejects.toThrow("There is no --colour.");
  });

  test("a person is asked again after a slip, and Enter takes what stands in brackets", async () => {
    const typed: Record<string, string[]> = { "Which country": ["nepal", "NP"], "Which AWS region": ["ap-south-1"], "Which time zone": ["Asia/Kathmandu"], "Which currency": ["NPR"], "What does one part": ["150"], "The number people": ["+977 1 4200105"], "The country's emergency": ["100"], "Who issues": ["DHM"], "How many households": ["4000"], "How many dollars": ["150"], "What may one SMS": ["0.12"] };
    const heard: string[] = [];
    const said = await answers({}, async (text) => typed[Object.keys(typed).find((start) => text.startsWith(start)) ?? ""]?.shift() ?? "", (line) => heard.push(line));
    expect(heard).toEqual([expect.stringContaining("nepal")]);
    expect(said).toMatchObject({ country: "NP", name: "ap-south-1", adapter: "sns", answers: "link,phone", "parts-per-day": "16000", "alarm-email": "" });
    expect(Object.keys(said)).toEqual(QUESTIONS.map(({ flag }) => flag).filter((flag) => !["sign-name", "domain", "iam-certificate-id"].includes(flag)));
  });
});
