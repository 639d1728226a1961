import * as z from "zod";

/** An RFC 9457 problem as it goes over the wire. */
export const Problem = z.object({
  type: z.string(),
  status: z.number().int(),
  title: z.string(),
  /** Dotted path of the field that is wrong, and the reason's code. */
  field: z.string().optional(),
  reason: z.string().optional(),
  /** Where a step was refused: the state now and the steps allowed. */
  state: z.string().optional(),
  steps: z.array(z.string()).optional(),
  yourVersion: z.number().optional(),
  version: z.number().optional(),
  /** Seconds to wait. */
  retryAfter: z.number().optional(),
  correlation: z.string().optional(),
  /** Particulars of one problem: names, numbers. */
  detail: z.record(z.string(), z.unknown()).optional(),
});
