import { describe, expect, it } from "vitest";
import { sourceOf } from "../../functions/core/request.ts";

const from = (forwarded: string | undefined, behindCdn: boolean): string =>
  sourceOf({ headers: forwarded ? { "x-forwarded-for": forwarded } : {}, requestContext: { http: { sourceIp: "10.0.0.9" } } as never }, behindCdn);

describe("where a request came from", () => {
  it("is the viewer the CDN saw, whatever the caller wrote before it", () => {
    expect(from("1.1.1.1, 203.0.113.7, 130.176.0.1", true)).toBe(from("203.0.113.7, 130.176.0.1", true));
    expect(from("1.1.1.1, 203.0.113.7, 130.176.0.1", true)).not.toBe(from("1.1.1.1, 203.0.113.8, 130.176.0.1", true));
  });
  it("is the peer itself where no CDN stands before us: a header changes nothing", () => {
    expect(from("1.1.1.1", false)).toBe(from(undefined, false));
  });
});
