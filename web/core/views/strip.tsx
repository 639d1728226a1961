import { useEffect, useState } from "preact/hooks";
import { acting, actForSelf, cardShown, clockOff, NEW, newPhone } from "../acting.ts";
import { call } from "../client/client.ts";
import { holdCard } from "../hands.ts";
import { Button } from "../parts/button.tsx";
import { clock, when } from "../parts/time.ts";
import { definePage } from "../pages.ts";
import { at, base, go } from "../router.ts";
import { t } from "../words.ts";

/** Puts the card away: its session ends on the server, the phone is its owner's again. Ends on the phone even without a network. */
const putAway = async (): Promise<void> => {
  await call("platform/sign-in", "leaveCard", { quiet: true }).catch(() => undefined);
  await holdCard(null);
  location.replace(base() || "/");
};
const MOMENT = 1_000;

const Card = ({ name, until }: { name: string; until: string }) => {
  useEffect(() => {
    const timer = setInterval(() => { if (Date.parse(until) <= Date.now()) { clearInterval(timer); void putAway(); } }, MOMENT);
    return () => clearInterval(timer);
  }, [until]);
  return <div class="card careful" role="status"><p>{t("strip.card", { name, time: clock(until) })}</p><Button onPress={putAway}>{t("strip.end")}</Button></div>;
};

const [DAY, HOUR] = [86_400_000, 3_600_000];
/** A wrong clock loses nothing: things carry names made by chance, and the village's server says when they came. The reader should know all the same. */
const WrongClock = () => {
  const off = clockOff();
  if (!off) return null;
  const [unit, n] = Math.abs(off) >= DAY / 2 ? ["days", Math.round(Math.abs(off) / DAY)] : Math.abs(off) >= HOUR ? ["hours", Math.round(Math.abs(off) / HOUR)] : ["minutes", Math.round(Math.abs(off) / 60_000)];
  return <div class="card careful" role="status"><p>{t(`strip.clock.${off > 0 ? "fast" : "slow"}`, { by: t(`strip.clock.${unit}`, { n }) })}</p><p>{t("strip.clock.what")}</p></div>;
};

/** Who this phone speaks for, if not for its owner, with one button back; and a new phone the owner has not heard of. */
const Strip = () => {
  const [, again] = useState(0);
  const card = cardShown();
  if (card) return <Card name={card.name} until={card.until} />;
  const who = acting();
  if (who) return <div class="card careful" role="status"><p>{t("strip.for", { name: who.name })}</p><Button onPress={() => { actForSelf(); location.reload(); }}>{t("strip.done")}</Button></div>;
  const since = newPhone();
  if (!since) return <WrongClock />;
  const heard = (): void => { localStorage.removeItem(NEW); again((n) => n + 1); };
  return <div class="card careful" role="status"><p>{t("strip.new-phone", { date: when(since) })}</p><div class="row"><Button onPress={heard}>{t("strip.mine")}</Button><Button onPress={() => { heard(); go(at("platform/sign-in")); }}>{t("strip.look")}</Button></div></div>;
};
export const page = definePage({ name: "core/strip", view: () => <Strip /> });
