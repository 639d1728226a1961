import type { Answered, As, TestStack } from "../../core/stack.ts";

export const L = "cadres/letters";
export interface Someone { readonly id: string; readonly as: As }
export interface LetterVillage { readonly id: string; readonly secretary: Someone; readonly committee: Someone; readonly writer: Someone; readonly township: Someone }

/** A village with a secretary, a committee member, somebody who writes, and the township above it. */
export const letterVillage = async (stack: TestStack): Promise<LetterVillage> => {
  const id = await stack.village();
  return {
    id, secretary: await stack.person({ village: id, name: "陈卫国", offices: ["office:secretary"] }), committee: await stack.person({ village: id, name: "王建军", offices: ["office:committee"] }),
    writer: await stack.person({ village: id, name: "李秀英" }), township: await stack.person({ village: null, offices: ["county:supervisor"] }),
  };
};
export const WATER = { category: "request", privacy: "secretary", words: "三组水渠堵了半个月" };
export const send = async ({ id, writer }: LetterVillage, body: object = {}): Promise<{ id: string; number: string; word: string }> => (await writer.as.call(L, "send", { village: id, body: { ...WATER, ...body }, language: "zh" })).body;
export const act = (who: Someone, village: string, route: string, id: string, body: object = {}): Promise<Answered> => who.as.call(L, route, { village, params: { id }, body });
export const eventsOf = async (stack: TestStack, village: string): Promise<Record<string, never>[]> => (await stack.rows(`V#${village}`, "EVENT#")) as Record<string, never>[];
