import { appendFileSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { phonesCarrier } from "../../infra/local/phones-carrier.ts";
import { openPhones, type Sms } from "../../infra/local/phones-store.ts";
import { newFolder } from "./county.ts";

const sms = (id: string, to = "+8613800001007"): Sms => ({ kind: "in", id, to, text: `第${id}条`, purpose: "warning", at: `2026-06-01T00:00:0${id}.000Z` });

describe("the phones' memory", () => {
  let folder: string;
  let file: string;
  beforeEach(() => { folder = newFolder(); file = join(folder, "messages.jsonl"); });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("holds a message before anybody is told that it arrived", () => {
    const phones = openPhones(file);
    phones.add(sms("1"));
    expect(readFileSync(file, "utf8")).toContain("第1条");
    phones.close();
  });

  it("leaves out a line torn by a crash and keeps those before and after it", () => {
    const first = openPhones(file);
    first.add(sms("1"));
    first.close();
    appendFileSync(file, '{"kind":"in","id":"2","to":"+8613800001007","te');
    const second = openPhones(file);
    second.add(sms("3"));
    second.close();
    const third = openPhones(file);
    expect(third.of("+8613800001007").map((each) => each.id)).toEqual(["1", "3"]);
    third.close();
  });

  it("keeps each phone's messages apart and tells who watches", () => {
    const phones = openPhones(file);
    const heard: string[] = [];
    const leave = phones.watch((number) => heard.push(number));
    phones.add(sms("1"));
    phones.add(sms("2", "+8613800001008"));
    leave();
    phones.add(sms("3"));
    expect(heard).toEqual(["+8613800001007", "+8613800001008"]);
    expect(phones.of("+8613800001008").map((each) => each.id)).toEqual(["2"]);
    phones.close();
  });

  it("plays a dead number for those that end in 0000, and keeps nothing for it", () => {
    const phones = openPhones(file);
    const carrier = phonesCarrier(phones, []);
    expect(carrier.send({ to: "+8613800010000", text: "山洪", purpose: "warning" })).toEqual({ kind: "invalid" });
    expect(carrier.send({ to: "+8613800010001", text: "山洪", purpose: "warning" })).toHaveProperty("id");
    expect(phones.numbers()).toEqual(["+8613800010001"]);
    carrier.stop();
    phones.close();
  });
});
