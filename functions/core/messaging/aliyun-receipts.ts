import { createHash, timingSafeEqual } from "node:crypto";
import * as z from "zod";
import { clock } from "../clock.ts";
import { count } from "../log.ts";
import type { Message } from "../queues.ts";

/**
 * One line of SmsReport, which the provider pushes as a JSON array (HTTP, batches); fields we do not need fall away, the phone number first of all.
 * @see https://help.aliyun.com/document_detail/101867.html
 */
const Report = z.object({ success: z.boolean(), biz_id: z.string().min(1).max(100), out_id: z.string().max(300).nullish() });

/** A key shorter than this is no key: nothing is taken from anybody then. */
const SHORTEST = 24;
const hash = (text: string): Buffer => createHash("sha256").update(text).digest();

/**
 * Whether the address was called with the key that stands in it. The provider signs nothing, so whoever knows the address is the provider: it
 * holds a long random key, which only the provider's console and our secret know.
 */
export const isProvider = (given: string, key: string | undefined): boolean =>
  key !== undefined && key.length >= SHORTEST && timingSafeEqual(hash(given), hash(key));

/**
 * Receipts as messages of ours. A failure of any kind is `unreachable`: the next number is tried and nothing is taken for dead, since the
 * carriers' own codes are many and not all documented. A line that cannot be read is counted and left.
 * @returns null when it is no list of reports at all
 */
export const readReports = (body: unknown): readonly Message[] | null => {
  if (!Array.isArray(body)) return null;
  return body.flatMap((line): Message[] => {
    const { data: report } = Report.safeParse(line);
    if (!report) { count("receipt-unreadable", "aliyun"); return []; }
    const status = report.success ? "delivered" : "unreachable";
    return [{
      kind: "carrier", name: "carrier/receipt", id: `${report.biz_id}-${status}`, at: clock().now().toISOString(),
      data: { id: report.biz_id, status, ...(report.out_id ? { context: report.out_id } : {}) },
    }];
  });
};
