import { cardShown, NEW } from "../acting.ts";
import { newKey, once } from "../client/ask.ts";
import { holdCard } from "../hands.ts";

const RENEWED = "wecountry.renewed";

const ask = async (): Promise<boolean> => {
  const answer = await once({ method: "POST", url: "/v1/platform/sign-in/region/refresh", body: "{}" });
  if (!answer.ok) return false;
  localStorage.setItem(RENEWED, newKey());
  const { newPhone } = (await answer.json()) as { newPhone?: string };
  if (newPhone) localStorage.setItem(NEW, JSON.stringify(newPhone));
  return true;
};
/**
 * A refresh token shown twice looks stolen and signs the phone out: of several tabs one alone asks (a Web Lock), and the others see that it
 * has. A card that is over hands the phone back first: nothing of its bearer is ever sent again as the helper's.
 */
const renew = async (): Promise<boolean> => {
  if (cardShown()) {
    await holdCard(null);
    location.replace(location.origin);
    return false;
  }
  const before = localStorage.getItem(RENEWED);
  const go = async (): Promise<boolean> => localStorage.getItem(RENEWED) !== before || ask();
  return navigator.locks ? navigator.locks.request("wecountry-refresh", go) : go();
};
(globalThis as unknown as { renew: () => Promise<boolean> }).renew = renew;
