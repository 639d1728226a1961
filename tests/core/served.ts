import { afterAll, beforeAll } from "vitest";
import { builtSite } from "./ask-engines.ts";
import { closePhones } from "./lent-phones.ts";
import { still, type Answers, type Still } from "./still-server.ts";
import type { SiteName } from "./site.ts";

/** The built pages before canned answers, for one test file. */
export interface Served {
  readonly url: string;
  /** What was asked of the API so far, as "METHOD /path". */
  readonly asked: string[];
  /** The same pages once more, with other answers beside the file's own. */
  with(more: Answers): Promise<Still>;
  /** The same, with one route that keeps what was sent to it. */
  catching(route: string, answer: unknown, others?: Answers): Promise<{ readonly sent: unknown[]; readonly listening: Still }>;
}

/** Servers an earlier file gave back: the same address again, so that a phone has its scripts already. */
const idle: Record<string, Still[]> = {};

/** Serves a site, the sample region's if no other is named, from before the file's first test until after its last, and closes the file's phones with them. */
export const servedPages = (answers: Answers, site: SiteName = "cn-village"): Served => {
  const open: Still[] = [];
  const serve = async (all: Answers): Promise<Still> => {
    const one = idle[site]?.pop() ?? await still(await builtSite(site));
    one.answer(all);
    open.push(one);
    return one;
  };
  const more = (own: Answers): Promise<Still> => serve({ ...answers, ...own });
  beforeAll(async () => { await serve(answers); });
  afterAll(async () => {
    await closePhones();
    (idle[site] ??= []).push(...open.filter((each) => !each.closed).reverse());
  });
  return {
    get url() { return open[0]!.url; },
    get asked() { return open[0]!.asked; },
    with: more,
    catching: async (route, answer, others = {}) => {
      const sent: unknown[] = [];
      return { sent, listening: await more({ ...others, [route]: (body: string) => { sent.push(body === "" ? null : JSON.parse(body)); return { body: answer }; } }) };
    },
  };
};
