import { useEffect } from "preact/hooks";
import type { Tick } from "../../../shared/alerts/roll-call/contract.ts";
import type * as z from "zod";
import { queue } from "../../core/offline/queue.ts";
import type { QueuedAct } from "../../core/offline/store.ts";
import { useKept } from "../../core/offline/use-kept.ts";
import { t } from "../../core/words.ts";

export type TickBody = z.input<typeof Tick>;
export type Is = TickBody["is"];

/** What a tick says, in words. */
export const tickSays = ({ is, people }: Pick<TickBody, "is" | "people">): string => [t(`state.${is}`), is === "moved" && people !== undefined ? t("house.moved", { n: people }) : ""].filter(Boolean).join(t("comma"));

/** Keeps a tick on this phone with the time it was made, and sends it. */
export const tick = (warning: string, house: string, body: TickBody): Promise<string> =>
  queue.send("alerts/roll-call", "tick", { params: { warning }, body: { at: new Date().toISOString(), ...body } }, { title: t("kept.tick", { house, what: tickSays(body) }) });

const bodyOf = (act: QueuedAct): TickBody => act.body as TickBody;
/** The ticks of this warning that are still on this phone. A clock that goes wrong must not lose a tick: it is sent once more without its time. */
export const useTicks = (warning: string): readonly QueuedAct[] => {
  const acts = (useKept("alerts/roll-call") ?? []).filter((act) => act.params?.["warning"] === warning);
  const untimely = acts.find((act) => act.state === "refused" && act.problem?.type === "at-wrong" && bodyOf(act).at);
  useEffect(() => {
    if (!untimely) return;
    const { at: _wrong, ...body } = bodyOf(untimely);
    void queue.takeBack(untimely.key).then(() => queue.send("alerts/roll-call", "tick", { params: { warning }, body }, { title: untimely.title }));
  }, [untimely?.key]);
  return acts;
};
/** The last tick of a house that is still on this phone. */
export const keptFor = (acts: readonly QueuedAct[], household: string): { readonly act: QueuedAct; readonly body: TickBody } | undefined => {
  const act = acts.filter((each) => bodyOf(each).households.includes(household)).at(-1);
  return act && { act, body: bodyOf(act) };
};
