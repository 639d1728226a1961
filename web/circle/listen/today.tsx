import { useEffect, useRef, useState } from "preact/hooks";
import { acting, cardShown } from "../../core/acting.ts";
import { call } from "../../core/client/client.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Badge } from "../../core/parts/card.tsx";
import { Empty, State, useLoad } from "../../core/parts/state.tsx";
import { at, here } from "../../core/router.ts";
import { whosIn } from "../../core/session.ts";
import { pick, t } from "../../core/words.ts";
import { begin, canHear, textOf, voiceOf, type Item, type Playing, type Told } from "./play.ts";

/** Own matters are told on one's own phone alone: not for another, not behind a card shown on it. */
const read = async (): Promise<Told> => {
  const own = whosIn(here().village).includes("villager") && !acting() && !cardShown();
  return (own ? await call("circle/listen", "mine", { quiet: true }).catch(() => undefined) : undefined) ?? call("circle/listen", "today", {});
};

/** "I know" for the whole household, by having heard it to the end, or by a press where it cannot be heard. */
const sayKnown = (item: Item, heard: boolean): Promise<unknown> => call("affairs/notices", "know", { params: { id: item.id! }, body: { heard }, quiet: true });

const Known = ({ item, known, onKnown }: { item: Item; known: boolean; onKnown: () => void }) =>
  item.heard === null ? null : known ? <p class="calm good" role="status">{t("known")}</p> : <Button icon="done" onPress={() => sayKnown(item, false).then(onKnown)}>{t("know")}</Button>;

const Piece = ({ item, now, known, onKnown }: { item: Item; now: boolean; known: boolean; onKnown: () => void }) => {
  const card = useRef<HTMLElement>(null);
  const voice = voiceOf(item);
  const title = pick(item.title);
  const text = textOf(item);
  useEffect(() => { if (now) card.current?.scrollIntoView({ block: "center" }); }, [now]);
  return (
    <article class={`card piece${now ? " good" : item.kind === "warning" ? " bad" : ""}`} ref={card} aria-current={now ? "step" : undefined}>
      <p><Badge tone={item.kind === "warning" ? "bad" : item.kind === "must-read" ? "careful" : "good"}>{t(`kind.${item.kind}`)}</Badge> {text === title ? null : <b>{title}</b>}</p>
      <p class="large">{text}</p>
      {voice ? <small>{voice.by ? t("by", { name: voice.by }) : t("by.writer")}</small> : null}
      <Known item={item} known={known} onKnown={onKnown} />
      <a class="call" href={at(item.where)}>{title}</a>
    </article>
  );
};

/** All of it one after another with one button; what every household must hear counts as known when it was heard to the end. */
const Day = ({ told }: { told: Told; voices: number }) => {
  const village = here().village ?? "";
  const { items } = told;
  const [at0, setAt] = useState<number | undefined>();
  const [known, know] = useState<readonly string[]>(items.flatMap((each) => (each.heard ? [each.key] : [])));
  const [said, say] = useState("");
  const playing = useRef<Playing | undefined>(undefined);
  const run = useRef(0);
  const knows = (item: Item): void => know((before) => [...before, item.key]);
  const stop = (): void => { run.current++; playing.current?.stop(); playing.current = undefined; setAt(undefined); };
  // The page is left in the middle: nothing goes on speaking.
  useEffect(() => () => { run.current++; playing.current?.stop(); }, []);
  const hear = async (from: number): Promise<void> => {
    const mine = ++run.current;
    playing.current?.stop();
    say("");
    for (let n = from; n < items.length; n++) {
      const item = items[n]!;
      setAt(n);
      playing.current = begin(village, item);
      const heard = (await playing.current?.ended) ?? false;
      if (run.current !== mine) return;
      // Said while the next is read already: elder mode keeps it ten seconds, in which it can be taken back.
      if (heard && item.heard === false && !known.includes(item.key)) void sayKnown(item, true).then(() => knows(item), () => undefined);
    }
    setAt(undefined);
    say(t("all-heard"));
  };
  const audible = items.some(canHear);
  return (
    <>
      {items.length === 0 ? <Empty>{t("nothing")}</Empty> : audible ? null : <div class="card careful"><p>{t("no-voice", { phone: told.phone })}</p><LinkButton href={`tel:${told.phone}`} icon="phone">{told.phone}</LinkButton></div>}
      {said ? <p class="calm good" role="status">{said}</p> : null}
      {items.map((item, n) => <Piece key={item.key} item={item} now={n === at0} known={known.includes(item.key)} onKnown={() => knows(item)} />)}
      {audible ? <div class="listen">{at0 === undefined ? <Button kind="primary" icon="listen" onPress={() => { void hear(0); }}>{t("play")}</Button>
        : <><p role="status">{t("now", { n: at0 + 1, of: items.length })}</p><div class="row"><Button kind="danger" onPress={stop}>{t("stop")}</Button><Button onPress={() => { void hear(at0); }}>{t("again")}</Button><Button onPress={() => { if (at0 + 1 < items.length) void hear(at0 + 1); else stop(); }}>{t("next")}</Button></div></>}</div> : null}
    </>
  );
};

export const Today = () => {
  const told = useLoad(read);
  const [voices, setVoices] = useState(0);
  // A phone's own voices may come late.
  useEffect(() => {
    const look = (): void => setVoices((n) => n + 1);
    globalThis.speechSynthesis?.addEventListener?.("voiceschanged", look);
    return () => globalThis.speechSynthesis?.removeEventListener?.("voiceschanged", look);
  }, []);
  return (
    <>
      <h1>{t("title")}</h1>
      <State of={told}>{(found) => <Day told={found} key={String(found.items.length)} voices={voices} />}</State>
    </>
  );
};
