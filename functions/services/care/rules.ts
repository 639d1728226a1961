import { dayAfter, dayIn, instantOn } from "../../../shared/contract/days.ts";
import { KINDS, type TODAY } from "../../../shared/services/care/contract.ts";
import type { Well } from "./rows.ts";

type Facts = Pick<Well, "by" | "circle" | "pausedUntil" | "seen" | "told">;
/** Where and when: the zone, the time, whether they are on a journey (until when), and when the linked person is asked if nobody was chosen. */
export interface Here { readonly zone: string; readonly now: Date; readonly awayUntil: string | null; readonly linkedAfter: number }
/** Who is told of a silence, so many minutes past midnight; `person` null: whoever looks after the house, or has the post. */
export interface Step { readonly entry: string | null; readonly kind: (typeof KINDS)[number]; readonly person: string | null; readonly at: number }

export const MOST_IN_CIRCLE = 6;
const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** The circle in the order it is told: relative, neighbour, cadre; nobody before who stands before them. Nobody chosen: the linked person. */
export const stepsOf = ({ by, circle }: Pick<Facts, "by" | "circle">, linkedAfter: number): Step[] => {
  const hour = minutesOf(by);
  if (circle.length === 0) return [{ entry: null, kind: "cadre", person: null, at: hour + linkedAfter / 60_000 }];
  const order = [...circle].sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.after - b.after);
  let last = 0;
  return order.map(({ id, kind, person, after }) => { last = Math.max(last, after); return { entry: id, kind, person, at: hour + last }; });
};

/** The last day nobody is told anything: their own pause, or a journey. */
export const restsUntil = (care: Pick<Facts, "pausedUntil">, awayUntil: string | null): string | null =>
  [care.pausedUntil, awayUntil].filter((each) => each !== null).sort().at(-1) ?? null;

export const todayOf = (care: Facts, { zone, now, awayUntil }: Omit<Here, "linkedAfter">): (typeof TODAY)[number] => {
  const day = dayIn(zone, now);
  if (care.seen?.day === day) return "well";
  const rests = restsUntil(care, awayUntil);
  if (rests !== null && rests >= day) return "paused";
  return now.toISOString() < instantOn(zone, day, minutesOf(care.by)) ? "waiting" : "silent";
};

/** Whom to tell next of today's silence, and from when; null when all were told, or there is nothing to tell. */
export const nextStep = (care: Facts, here: Here): (Step & { readonly from: string; readonly nth: number }) | null => {
  const today = todayOf(care, here);
  if (today === "well" || today === "paused") return null;
  const day = dayIn(here.zone, here.now);
  const nth = care.told?.day === day ? care.told.steps.length : 0;
  const step = stepsOf(care, here.linkedAfter)[nth];
  return step ? { ...step, nth, from: instantOn(here.zone, day, step.at) } : null;
};

/** When to look again: at the next step of today, else at the first of the next day that counts. */
export const lookAgain = (care: Facts, here: Here): string => {
  const step = nextStep(care, here);
  if (step) return step.from;
  const day = dayIn(here.zone, here.now);
  const rests = restsUntil(care, here.awayUntil);
  const next = dayAfter(rests !== null && rests > day ? rests : day);
  return instantOn(here.zone, next, stepsOf(care, here.linkedAfter)[0]!.at);
};
