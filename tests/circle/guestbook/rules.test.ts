import { describe, expect, it } from "vitest";
import { isHeld, minutesBetween } from "../../../functions/circle/guestbook/rules.ts";

describe("a guest's words", () => {
  it.each(["看 http://x.cn", "来 www.abc.com 看看", "加微信 orange2026", "电话 138 0001 0002", "１３８００１２３４５６", "mail me a@b.org", "cheap.shop here"])("'%s' wait for a look", (words) => {
    expect(isHeld(words)).toBe(true);
  });
  it.each(["脐橙还有吗？68元一箱", "2026年春天来过，风景真好", "Hello from 1,000 km away!", "我是广东人，想买20斤橙子"])("'%s' are shown at once", (words) => {
    expect(isHeld(words)).toBe(false);
  });
  it("count their wait in whole minutes", () => {
    expect(minutesBetween("2026-05-01T14:30:00.000Z", "2026-05-01T14:32:10.000Z")).toBe(2);
  });
});
