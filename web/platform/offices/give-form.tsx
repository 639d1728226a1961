import { useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import { Refused } from "../../core/client/refused.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { MemberFinder, seesRoll } from "../../core/form/member-finder.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { Button } from "../../core/parts/button.tsx";
import { Picker } from "../../core/parts/picker.tsx";
import { pick, t } from "../../core/words.ts";
import type { Post } from "./post.ts";

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
        {how === "roll" ? <MemberFinder chosen={form.values.person} onPick={(person) => form.set("person", person)} /> : <><Field form={needed} name="name" label={t("give.name")} /><Field form={needed} name="phone" kind="tel" label={t("give.phone")} /></>}
        {form.wrong["person"] ? <p class="wrong wrong-first" tabIndex={-1}>{form.wrong["person"]}</p> : null}
        {post.holders.length > 0 ? <Picker label={t("give.handover")} value={form.values.from} choices={[...post.holders.map(({ person, name }) => ({ value: person, label: name })), { value: "", label: t("give.nobody") }]} onPick={(from) => form.set("from", from)} /> : null}
        <Field form={form} name="until" kind="date" label={t("give.until")} />
      </Form>
    </>
  );
};
