import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import type { Answer } from "../../core/client/types.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Section } from "../../core/parts/card.tsx";
import { List } from "../../core/parts/list.tsx";
import { ProblemLine } from "../../core/parts/state.tsx";
import { when } from "../../core/parts/time.ts";
import { t } from "../../core/words.ts";
import { FEATURE, isVillager } from "./deal.ts";
import type { Contact, Deal } from "./deal.ts";

const AskForm = ({ id, onDone }: { id: string; onDone: () => void }) => {
  const form = useForm(FEATURE, "ask", {
    start: { name: "", words: "", phone: "" }, draft: id,
    send: async ({ words, name, phone }) => {
      await call(FEATURE, "ask", { params: { id }, body: { words, ...(name ? { name } : {}), ...(phone ? { phone } : {}) } });
      onDone();
    },
  });
  return (
    <Form form={form} submit={t("ask.send")}>
      {isVillager() ? null : <Field form={form} name="name" label={t("ask.name")} />}
      <Field form={form} name="words" kind="long" label={t("ask.words")} hint={t("ask.words.hint")} />
      <Field form={form} name="phone" kind="tel" label={t("ask.phone")} hint={t("ask.phone.hint")} />
    </Form>
  );
};

/** How a reader comes to the writer: the number where they may have it, else a question the writer says yes or no to. */
export const Reach = ({ deal, contact, reload }: { deal: Deal; contact: Contact; reload: () => void }) => {
  const [open, show] = useState(false);
  if (contact.phone) return <LinkButton kind="primary" icon="phone" href={`tel:${contact.phone}`}>{t("call", { phone: contact.phone })}</LinkButton>;
  if (contact.asked) return <p class={`card ${contact.asked === "declined" ? "" : "good"}`} role="status">{t(`asked.${contact.asked}`)}</p>;
  if (deal.state !== "open") return null;
  return open ? <AskForm id={deal.id} onDone={reload} /> : <Button kind="primary" icon="talk" onPress={() => show(true)}>{t("ask")}</Button>;
};

type Ask = Answer<typeof FEATURE, "asks">["items"][number];
const AskCard = ({ deal, ask, known }: { deal: string; ask: Ask; known: boolean }) => {
  const [state, set] = useState(ask.state);
  const [problem, say] = useState<ProblemBody | undefined>();
  const form = useForm(FEATURE, "grant", { start: { phone: "" }, draft: ask.id, send: ({ phone }) => yes(phone) });
  const params = { id: deal, ask: ask.id };
  const yes = async (phone?: string): Promise<void> => { set((await call(FEATURE, "grant", { params, body: phone ? { phone } : {} })).state); };
  const failed = (thrown: unknown): void => say(problemOf(thrown));
  return (
    <article class="card">
      <p><b>{ask.name || t("asks.guest")}</b> <small>{[...(ask.villager ? [t("asks.villager")] : []), when(ask.at)].join(" · ")}</small></p>
      <p>{ask.words}</p>
      {ask.phone ? <LinkButton icon="phone" href={`tel:${ask.phone}`}>{t("call", { phone: ask.phone })}</LinkButton> : null}
      {problem ? <ProblemLine problem={problem} /> : null}
      {state !== "asked" ? <p role="status" class="hush">{t(state === "granted" ? "asked.granted.you" : "asked.declined.you")}</p> : known
        ? <div class="row"><Button icon="done" onPress={() => yes().catch(failed)}>{t("grant")}</Button><Button onPress={() => call(FEATURE, "decline", { params, body: undefined }).then((next) => set(next.state), failed)}>{t("decline")}</Button></div>
        : <Form form={form} submit={t("grant")}><Field form={form} name="phone" kind="tel" label={t("grant.phone")} /></Form>}
    </article>
  );
};

/** For the writer: who would like to be in touch. */
export const Asks = ({ deal, known }: { deal: string; known: boolean }) => (
  <Section title={t("asks")}>
    <List load={(cursor) => call(FEATURE, "asks", { params: { id: deal }, query: { ...(cursor ? { cursor } : {}) } })} when={[deal]} empty={t("asks.empty")} item={(ask) => <AskCard key={ask.id} deal={deal} ask={ask} known={known} />} />
  </Section>
);
