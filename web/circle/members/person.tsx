import { useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { AskWhy } from "../../core/form/look-why.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Line } from "../../core/parts/card.tsx";
import { Picker } from "../../core/parts/picker.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { day } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { groupWords } from "./member.ts";
import type { Person } from "./member.ts";

const FEATURE = "circle/members";
const HOW = ["moved", "died", "ended"] as const;

/** Moved away, died, never belonged: with a reason the person reads, and a head for those who stay. */
const EndForm = ({ person, onDone }: { person: Person; onDone: () => void }) => {
  const house = useLoad(() => (person.head && person.household ? call("affairs/households", "look", { params: { id: person.household }, body: { purpose: "records" } }) : Promise.resolve(null)));
  const form = useForm(FEATURE, "end", {
    start: { how: "" as (typeof HOW)[number] | "", reason: "", head: "" }, draft: person.person,
    send: async ({ how, reason, head }) => { await call(FEATURE, "end", { params: { person: person.person }, body: { how: how as (typeof HOW)[number], reason, ...(head ? { head } : {}) } }); onDone(); },
  });
  return (
    <State of={house}>{(found) => {
      const others = found?.people.filter((each) => each.person !== person.person) ?? [];
      return (
        <Form form={form} submit={t("end.send")} danger>
          <Picker label={t("end.how")} value={form.values.how} choices={HOW.map((value) => ({ value, label: t(`end.${value}`) }))} onPick={(how) => form.set("how", how)} />
          {form.wrong["how"] ? <p class="wrong wrong-first" tabIndex={-1}>{form.wrong["how"]}</p> : null}
          {others.length > 1 ? <Picker label={t("me.head")} value={form.values.head} choices={others.map((each) => ({ value: each.person, label: each.name }))} onPick={(head) => form.set("head", head)} /> : null}
          {form.wrong["head"] ? <p class="wrong" tabIndex={-1}>{form.wrong["head"]}</p> : null}
          <Field form={form} name="reason" label={t("end.reason")} />
        </Form>
      );
    }}</State>
  );
};

const Opened = ({ person }: { person: Person }) => {
  const [ending, end] = useState<"" | "form" | "done">("");
  const { claim, ended } = person;
  return (
    <>
      <h1>{person.name}</h1>
      <p class="meta">{[t(`state.${person.state}`, { vouchers: claim?.vouchers ?? 0 }), groupWords(person.group), ...(person.paper ? [t("paper")] : [])].filter(Boolean).join(" · ")}</p>
      <div class="sheet">
        <Line icon="me" note={[...(person.bornIn ? [t("person.born", { year: person.bornIn })] : []), t(person.sleepsHere ? "person.sleeps" : "person.away"), ...(person.head ? [t("person.head")] : [])].join(" · ")}>{person.name}</Line>
        <Line icon="id-badge" note={claim ? [t("person.vouched", { n: claim.vouchers, date: day(claim.at) }), ...(claim.alone ? [t("alone")] : []), ...(claim.lack ? [t("lack")] : [])].join(" · ") : t("person.roll")}>{t("me.since", { date: day(person.since) })}</Line>
        {person.household ? <Line href={at("affairs/households", person.household)} icon="house">{t("person.house")}</Line> : null}
        {person.state === "verified" ? <Line href={at("platform/privacy", "for", person.person)} icon="done">{t("person.consents")}</Line> : null}
      </div>
      {ended ? <p class="card careful">{t(`ended.${ended.how}`, { reason: ended.reason })} <small>{day(ended.at)}</small></p> : null}
      {person.state !== "verified" ? null : ending === "done" ? <p class="card good" role="status">{t("end.done")}</p> : ending === "form" ? <section class="section"><h2>{t("end.title")}</h2><EndForm person={person} onDone={() => end("done")} /></section> : <Button onPress={() => end("form")}>{t("end.title")}</Button>}
      <LinkButton href={at(FEATURE, "list")}>{t("list.title")}</LinkButton>
    </>
  );
};

/** One member as an office reads them: only for a purpose. */
export const OnePerson = ({ id }: { id: string }) => {
  const [person, open] = useState<Person | undefined>();
  return person ? <Opened person={person} /> : <AskWhy feature={FEATURE} id={id} look={async (body) => open(await call(FEATURE, "look", { params: { person: id }, body }))} />;
};
