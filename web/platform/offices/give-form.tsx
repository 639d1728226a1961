import { useId, useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import type { Answer } from "../../core/client/types.ts";
import { Refused } from "../../core/client/refused.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { Button } from "../../core/parts/button.tsx";
import { Picker } from "../../core/parts/picker.tsx";
import { Empty, State, useLoad } from "../../core/parts/state.tsx";
import { pick, t } from "../../core/words.ts";
import { seesRoll } from "./post.ts";
import type { Post } from "./post.ts";

type Member = Answer<"circle/members", "list">["items"][number];
const [PAGES, SHOWN] = [20, 8];
const roll = async (): Promise<Member[]> => {
  const found: Member[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < PAGES; page++) {
    const next: Answer<"circle/members", "list"> = await call("circle/members", "list", { query: { limit: 100, ...(cursor ? { cursor } : {}) } });
    found.push(...next.items.filter(({ state }) => state === "verified"));
    cursor = next.next;
    if (!cursor) break;
  }
  return found;
};

/** Somebody on the roll, found by name. */
export const OnRoll = ({ chosen, onPick }: { chosen: string; onPick: (person: string) => void }) => {
  const id = useId();
  const [sought, seek] = useState("");
  const people = useLoad(roll);
  return (
    <div class="section">
      <div class="field"><label for={id}>{t("give.search")}</label><input class="input" id={id} type="search" value={sought} onInput={(event) => seek(event.currentTarget.value)} /></div>
      <State of={people}>{(all) => {
        const found = all.filter(({ name, person }) => person === chosen || (sought.trim() !== "" && name.includes(sought.trim()))).slice(0, SHOWN);
        return found.length > 0 ? <Picker label={t("give.who")} value={chosen} choices={found.map(({ person, name, group }) => ({ value: person, label: name, note: group }))} onPick={onPick} /> : sought.trim() ? <Empty>{t("give.none")}</Empty> : null;
      }}</State>
    </div>
  );
};

const missing = (field: string): Refused => new Refused({ type: "wrong-field", status: 422, field, title: t("reason.required") });

/** Giving a post: to somebody on the roll, or by name and number. */
export const GiveForm = ({ post, onDone }: { post: Post; onDone: (said: string) => void }) => {
  const [how, choose] = useState<"roll" | "new">(seesRoll() ? "roll" : "new");
  const form = useForm("platform/offices", "give", {
    start: { person: "", name: "", phone: "", from: "", until: "" }, draft: post.office,
    send: async ({ person = "", name = "", phone = "", from = "", until = "" }) => {
      if (how === "roll" && !person) throw missing("person");
      if (how === "new" && !name) throw missing("name");
      if (how === "new" && !phone) throw missing("phone");
      const more = { ...(from ? { from } : {}), ...(until ? { until } : {}) };
      const done = await call("platform/offices", "give", { params: { office: post.office }, body: how === "roll" ? { person, ...more } : { name, phone, ...more } });
      onDone(t(done.state === "asked" ? "given.asked" : done.alone ? "given.alone" : "given.done"));
    },
  });
  const needed = { ...form, rule: { required: ["name", "phone"] } };
  return (
    <>
      <h1>{t("give.title", { office: pick(post.titles) })}</h1>
      <p class="hush">{t("give.two")}</p>
      <Form form={form} submit={t("give.send")}>
        {seesRoll() ? <div class="row"><Button icon={how === "roll" ? "done" : "people"} onPress={() => choose("roll")}>{t("give.roll")}</Button><Button icon={how === "new" ? "done" : "me"} onPress={() => choose("new")}>{t("give.new")}</Button></div> : null}
        {how === "roll" ? <OnRoll chosen={form.values.person} onPick={(person) => form.set("person", person)} /> : <><Field form={needed} name="name" label={t("give.name")} /><Field form={needed} name="phone" kind="tel" label={t("give.phone")} /></>}
        {form.wrong["person"] ? <p class="wrong wrong-first" tabIndex={-1}>{form.wrong["person"]}</p> : null}
        {post.holders.length > 0 ? <Picker label={t("give.handover")} value={form.values.from} choices={[...post.holders.map(({ person, name }) => ({ value: person, label: name })), { value: "", label: t("give.nobody") }]} onPick={(from) => form.set("from", from)} /> : null}
        <Field form={form} name="until" kind="date" label={t("give.until")} />
      </Form>
    </>
  );
};
