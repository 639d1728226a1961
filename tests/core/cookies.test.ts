import { afterEach, describe, expect, it } from "vitest";
import { facts } from "../../infra/regions/sample.ts";
import { endedCookies, enteredCookies } from "../../functions/core/cookies.ts";
import { forgetEnvironment } from "../../functions/core/environment.ts";

const before = { ...process.env };
const servedFrom = (origin: string): void => {
  Object.assign(process.env, { WECOUNTRY_ORIGIN: origin, WECOUNTRY_REGION: JSON.stringify(facts) });
  forgetEnvironment();
};
afterEach(() => {
  for (const name of ["WECOUNTRY_ORIGIN", "WECOUNTRY_REGION"]) if (before[name] === undefined) delete process.env[name]; else process.env[name] = before[name];
  forgetEnvironment();
});

describe("the cookies of a sign-in", () => {
  it("are Secure everywhere but on a page served from this very machine", () => {
    for (const origin of ["https://cun.example", "http://cun.example", "http://127.0.0.1.evil.example", "http://localhost.evil.example", ""]) {
      servedFrom(origin);
      for (const cookie of [...enteredCookies({ session: "s", refresh: "r", device: "d" }), ...endedCookies()]) expect(cookie, `${origin} ${cookie}`).toMatch(/; Secure$/);
    }
    for (const origin of ["http://127.0.0.1:8080", "http://localhost:5173", "http://127.0.0.1"]) {
      servedFrom(origin);
      expect(enteredCookies({ session: "s", device: "d" }).join()).not.toContain("Secure");
    }
  });
  it("are never readable by a script, and the refresh token travels to sign-in alone", () => {
    servedFrom("https://cun.example");
    const cookies = enteredCookies({ session: "s", refresh: "r", device: "d" });
    expect(cookies.every((cookie) => cookie.includes("; HttpOnly; SameSite=Lax;"))).toBe(true);
    expect(cookies[1]).toContain("Path=/v1/platform/sign-in;");
  });
});
