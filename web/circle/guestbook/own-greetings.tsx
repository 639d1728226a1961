import { useEffect } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import { Section } from "../../core/parts/card.tsx";
import { useLoad } from "../../core/parts/state.tsx";
import { t } from "../../core/words.ts";
import { GreetingCard } from "./greeting-card.tsx";
import type { OwnGreeting } from "./greeting.ts";

const LOOK_AGAIN = 15_000;
const WATCHED = 15 * 60_000;

/** What this phone left, held ones too; while a fresh one has no answer the page looks again by itself. */
export const OwnGreetings = ({ fresh }: { fresh?: OwnGreeting | undefined }) => {
  const own = useLoad(() => call("circle/guestbook", "mine", { query: { limit: 3 }, quiet: true }), [fresh?.id]);
  const found = own.data?.items ?? [];
  const items = fresh && !found.some(({ id }) => id === fresh.id) ? [fresh, ...found] : found;
  const waits = items.some(({ state, at }) => state === "shown" && Date.now() - Date.parse(at) < WATCHED);
  useEffect(() => {
    if (!waits) return undefined;
    const timer = setInterval(() => { if (document.visibilityState === "visible") own.reload(); }, LOOK_AGAIN);
    return () => clearInterval(timer);
  });
  if (items.length === 0) return null;
  return (
    <Section title={t("own")}>
      {waits ? <p class="calm" role="status">{t("left.waiting")}</p> : null}
      {items.map((each) => <GreetingCard key={each.id} greeting={each} all />)}
    </Section>
  );
};
