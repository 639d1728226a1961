import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { COLOURS, colourNames, HAZARDS, hazards } from "../../../shared/alerts/warnings/hazards.ts";
import { boot } from "../../core/boot.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import type { Answer } from "../../core/client/types.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { MediaStrip } from "../../core/media/media-strip.tsx";
import { refsOf } from "../../core/media/refs.ts";
import { VoiceField } from "../../core/media/voice-field.tsx";
import { KeptList } from "../../core/offline/kept-list.tsx";
import { sendNow } from "../../core/offline/queue.ts";
import type { Taken } from "../../core/offline/store.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Section } from "../../core/parts/card.tsx";
import { List } from "../../core/parts/list.tsx";
import { Picker } from "../../core/parts/picker.tsx";
import { ProblemLine, useLoad } from "../../core/parts/state.tsx";
import { when } from "../../core/parts/time.ts";
import { at, here } from "../../core/router.ts";
import { whosIn } from "../../core/session.ts";
import { pick, t } from "../../core/words.ts";
import { spokenText, type Item } from "./play.ts";

type Recording = Answer<"circle/listen", "offer">;
const LISTENERS = ["office:secretary", "office:director", "office:committee", "office:duty-officer", "office:translator"];
const WARNING = "template";

/** A villager speaks what others will hear: what is there today, or what every warning of a kind says. */
const Give = ({ items, languages, onGiven }: { items: readonly Item[]; languages: readonly { code: string; name: string }[]; onGiven: (given: Recording | undefined) => void }) => {
  const things = items.filter(({ kind }) => kind !== "house" && kind !== "matter");
  const [thing, choose] = useState(things[0]?.key ?? WARNING);
  const [hazard, setHazard] = useState<string>(HAZARDS[0]);
  const [colour, setColour] = useState<string>("red");
  const [language, speak] = useState("local");
  const [taken, take] = useState<readonly Taken[]>([]);
  const [problem, set] = useState<ProblemBody | undefined>();
  const item = things.find(({ key }) => key === thing);
  const send = async (): Promise<void> => {
    set(undefined);
    if (taken.length === 0) { set({ type: "wrong-field", status: 422, title: t("voices.needed") }); return; }
    const body = { thing: thing === WARNING ? `${WARNING}:${hazard}:${colour}` : thing, language, media: refsOf(taken) };
    try {
      const given = await sendNow("circle/listen", "offer", { body }, { title: t("voices.give"), media: taken, audience: "public" });
      take([]);
      onGiven(given);
    } catch (thrown) { set(problemOf(thrown)); }
  };
  const tongues = [{ value: "local", label: t("voices.local") }, ...boot.languages.map((value) => ({ value: value as string, label: t(`voices.${value}`) })), ...languages.map(({ code, name }) => ({ value: code, label: name }))];
  return (
    <div class="form">
      <p class="hush">{t("voices.note")}</p>
      <Picker label={t("voices.what")} value={thing} onPick={choose} choices={[...things.map((each) => ({ value: each.key, label: pick(each.title) })), { value: WARNING, label: t("voices.warnings") }]} />
      {thing === WARNING ? <><Picker label={t("voices.hazard")} value={hazard} onPick={setHazard} choices={HAZARDS.map((value) => ({ value, label: pick(hazards[value].name) }))} /><Picker label={t("voices.colour")} value={colour} onPick={setColour} choices={COLOURS.map((value) => ({ value, label: pick(colourNames[value]) }))} /></> : null}
      {item ? <section class="card"><small>{t("voices.read")}</small><p class="large">{spokenText(item)}</p></section> : null}
      <Picker label={t("voices.language")} value={language} onPick={speak} choices={tongues} />
      <VoiceField value={taken} onChange={take} label={t("voices.give")} />
      {problem ? <ProblemLine problem={problem} /> : null}
      <Button kind="primary" onPress={send}>{t("voices.send")}</Button>
    </div>
  );
};

const Decline = ({ id, onDone }: { id: string; onDone: () => void }) => {
  const form = useForm("circle/listen", "decline", { start: { reason: "" }, draft: id, send: async (body) => { await call("circle/listen", "decline", { params: { id }, body }); onDone(); } });
  return <Form form={form} submit={t("step.decline")} danger><Field form={form} name="reason" label={t("decline.why")} /></Form>;
};

const RecordingCard = ({ given, listens }: { given: Recording; listens: boolean }) => {
  const [row, change] = useState(given);
  const [asked, ask] = useState(false);
  const [problem, set] = useState<ProblemBody | undefined>();
  const move = (name: "accept" | "withdraw") => (): Promise<void> => call("circle/listen", name, { params: { id: row.id } }).then(change, (thrown: unknown) => set(problemOf(thrown)));
  const open = row.state === "offered" || row.state === "accepted";
  return (
    <article class="card">
      <p><b>{row.title}</b> <small>{[t("by", { name: row.by }), when(row.at)].join(" · ")}</small></p>
      <MediaStrip media={row.media} audience="public" />
      <p>{t(`state.${row.state}`, { reason: row.reason ?? "" })}{row.unheard ? ` · ${t("unheard")}` : ""}</p>
      {problem ? <ProblemLine problem={problem} /> : null}
      {asked ? <Decline id={row.id} onDone={() => { ask(false); change({ ...row, state: "declined" }); }} /> : (
        <div class="row">
          {listens && row.state === "offered" ? <><Button icon="done" onPress={move("accept")}>{t("step.accept")}</Button><Button onPress={() => ask(true)}>{t("step.decline")}</Button></> : null}
          {open && (row.mine || listens) ? <Button onPress={move("withdraw")}>{t("step.withdraw")}</Button> : null}
        </div>
      )}
    </article>
  );
};

/** Neighbours' voices: give one, listen first to those of others, take one's own back. */
export const Voices = () => {
  const [sent, again] = useState(0);
  const [said, say] = useState("");
  const whos = whosIn(here().village);
  const listens = whos.some((who) => LISTENERS.includes(who));
  const told = useLoad(() => call("circle/listen", "today", {}));
  const languages = useLoad(() => call("platform/languages", "list", { quiet: true }).catch(() => ({ items: [] })));
  return (
    <>
      <h1>{t("voices")}</h1>
      {said ? <p class="card good" role="status">{said}</p> : null}
      {whos.includes("villager") && told.data && languages.data ? <Give items={told.data.items} languages={languages.data.items} onGiven={(given) => { again(sent + 1); say(t(given?.state === "accepted" ? "voices.accepted" : "voices.sent")); }} /> : null}
      <KeptList feature="circle/listen" onSent={() => again(sent + 1)} />
      <Section title={t("voices.mine")}>
        <List load={(cursor) => call("circle/listen", "voices", { query: { ...(cursor ? { cursor } : {}) } })} when={[sent]} empty={t("voices.empty")} item={(each) => <RecordingCard key={`${each.id}${each.version}`} given={each} listens={listens} />} />
      </Section>
      <LinkButton href={at("circle/listen")}>{t("to-today")}</LinkButton>
    </>
  );
};
