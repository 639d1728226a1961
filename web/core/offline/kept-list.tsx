import { useEffect, useRef, useState } from "preact/hooks";
import { Button, LinkButton } from "../parts/button.tsx";
import { Badge, Section } from "../parts/card.tsx";
import { at } from "../router.ts";
import { session } from "../session.ts";
import { t } from "../words.ts";
import { keepDraft, setNow } from "../form/drafts.ts";
import { changed, drain, isMine, onOutbox } from "./drain.ts";
import { takeBack } from "./queue.ts";
import { kept } from "./store.ts";
import type { QueuedAct } from "./store.ts";

const TRY_AGAIN = 20_000;
/** "On this phone only": never said otherwise until the server has said yes. */
export const KeptBadge = ({ act }: { act: QueuedAct }) =>
  act.state === "refused" ? <Badge tone="bad">{t("kept.refused")}</Badge> : act.state === "text-stands" ? <Badge tone="good">{t("kept.picture-on-its-way")}</Badge> : <Badge tone="careful">{t("kept.on-this-phone")}</Badge>;

/** Refused for what was written, on a form that is known: the form is newer than the words, or somebody changed the thing meanwhile. */
const mayCheck = ({ state, problem, draft, from }: QueuedAct): boolean => state === "refused" && Boolean(draft && from) && /field|stale/.test(problem?.type ?? "");
/** Back to the form with everything that was written, to be looked at again. */
const check = async ({ key, person, at: since, draft, media = [], from = "" }: QueuedAct): Promise<void> => {
  if (!draft) return;
  await keepDraft({ ...draft, id: key, person, at: since, media: media.map(({ audience: _audience, sent: _sent, ...each }) => each), rules: "" });
  setNow(draft.form, key, draft.values);
  await takeBack(key);
  changed();
  location.assign(from);
};

/** What this phone still keeps, of one feature or of all. */
export const KeptList = ({ feature, onSent }: { feature?: string; onSent?: () => void }) => {
  const [acts, set] = useState<QueuedAct[]>([]);
  const look = useRef(() => undefined as void);
  useEffect(() => {
    let before = -1;
    look.current = (): void => void kept().then((all) => {
      const mine = all.filter((act) => isMine(act) && (!feature || act.feature === feature));
      set(mine);
      if (before > mine.length) onSent?.();
      before = mine.length;
    }, () => undefined);
    look.current();
    return onOutbox(() => look.current());
  }, [feature]);
  const waits = acts.some(({ state }) => state !== "refused");
  // A server that comes back gives no sign of its own, unlike a network.
  useEffect(() => {
    if (!waits) return undefined;
    const timer = setInterval(() => { if (document.visibilityState === "visible") void drain(); }, TRY_AGAIN);
    return () => clearInterval(timer);
  }, [waits]);
  if (acts.length === 0) return null;
  return (
    <Section title={t("kept.title")}>
      {acts.map((act) => (
        <div class="card careful" key={act.key}><p>{act.title} <KeptBadge act={act} /></p>{act.problem ? <p class="wrong">{act.problem.title}</p> : null}{mayCheck(act) ? <p>{t("kept.changed")}</p> : null}
          <div class="row">{session() ? null : <LinkButton href={`${at("platform/sign-in")}?back=${encodeURIComponent(location.pathname)}`}>{t("guest.sign-in")}</LinkButton>}{act.state === "refused" ? null : <Button onPress={drain}>{t("kept.send-now")}</Button>}{mayCheck(act) ? <Button kind="primary" onPress={() => check(act)}>{t("kept.check")}</Button> : null}{act.state === "text-stands" ? null : <Button onPress={async () => { await takeBack(act.key); look.current(); }}>{t("kept.take-back")}</Button>}</div></div>
      ))}
    </Section>
  );
};
