import type { RegionFacts } from "../../shared/contract/region.ts";

export interface Environment {
  readonly table: string;
  /** Queue names by feature or "<feature>:<lane>", and "router". */
  readonly queueBase: string;
  readonly region: RegionFacts;
  /** "aws", or the path of a file that holds the embedded stack's secrets. */
  readonly secrets: string;
  /** The one origin the page is served from; writes from another are refused. */
  readonly origin: string;
  /** What the CDN adds, so that nobody goes round it. Absent in the embedded stack. */
  readonly originSecret: string | undefined;
  /** How many senders work at once on one lane: the carrier's rate is shared among them. */
  readonly senders: number;
  /** The bucket of pictures and voices; only the feature that needs it has one. */
  readonly media: string;
  /** Where the embedded stack's phones listen. */
  readonly phones: string | undefined;
}

let known: Environment | undefined;

/** The environment, read once. The only place that reads process.env. */
export const environment = (): Environment => {
  known ??= {
    table: process.env["WECOUNTRY_TABLE"] ?? "wecountry",
    queueBase: process.env["WECOUNTRY_QUEUES"] ?? "",
    region: JSON.parse(process.env["WECOUNTRY_REGION"] ?? "null") as RegionFacts,
    secrets: process.env["WECOUNTRY_SECRETS"] ?? "aws",
    origin: process.env["WECOUNTRY_ORIGIN"] ?? "",
    originSecret: process.env["WECOUNTRY_ORIGIN_SECRET"],
    senders: Number(process.env["WECOUNTRY_SENDERS"] ?? "2"),
    media: process.env["WECOUNTRY_MEDIA"] ?? "",
    phones: process.env["WECOUNTRY_PHONES"],
  };
  return known;
};

/** Reads the environment again, for a test or an embedded stack that sets it after loading. */
export const forgetEnvironment = (): void => { known = undefined; };
