import { useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import { Refused } from "../../core/client/refused.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { HouseChoice } from "./house-choice.tsx";
import { VULNERABLE } from "./member.ts";
import type { House } from "./member.ts";

type Code = (typeof VULNERABLE)[number];

/** A person without a phone becomes a full villager: an office writes name and house. */
export const Paper = () => {
  const [house, choose] = useState<House | undefined>();
  const [done, say] = useState("");
  const form = useForm("circle/members", "addPaper", {
    start: { household: "", name: "", bornIn: "" as number | "", sleepsHere: true, vulnerable: ["no-phone"] as readonly Code[] },
    send: async ({ name, bornIn, sleepsHere, vulnerable }) => {
      if (!house) throw new Refused({ type: "wrong-field", status: 422, field: "household", title: t("reason.required") });
      const added = await call("circle/members", "addPaper", { body: { household: house.id, name, sleepsHere, vulnerable: [...vulnerable], ...(bornIn ? { bornIn } : {}) } });
      say(added.joined ? t("paper.joined") : t("paper.done", { name }));
    },
  });
  const pick = (next: House | undefined): void => { choose(next); form.set("household", next?.id ?? ""); };
  const chosen = form.values.vulnerable;
  if (done) return <><h1>{t("paper.title")}</h1><p class="card good" role="status">{done}</p><LinkButton href={at("circle/members")}>{t("title")}</LinkButton><Button kind="primary" onPress={() => say("")}>{t("paper.another")}</Button></>;
  return (
    <>
      <h1>{t("paper.title")}</h1>
      <p class="hush">{t("paper.note")}</p>
      <Form form={form} submit={t("paper.send")}>
        <HouseChoice label={t("paper.house")} chosen={house} wrong={form.wrong["household"]} onPick={pick} />
        <Field form={form} name="name" label={t("paper.name")} />
        <Field form={form} name="bornIn" kind="number" label={t("paper.born")} />
        <label class="choice"><input type="checkbox" checked={form.values.sleepsHere} onChange={(event) => form.set("sleepsHere", event.currentTarget.checked)} /><span>{t("paper.sleeps")}</span></label>
        <fieldset class="picker"><legend>{t("paper.vulnerable")}</legend>
          {VULNERABLE.map((code) => <label class="choice" key={code}><input type="checkbox" checked={chosen.includes(code)} onChange={(event) => form.set("vulnerable", event.currentTarget.checked ? [...chosen, code] : chosen.filter((each) => each !== code))} /><span>{t(`vulnerable.${code}`)}</span></label>)}
        </fieldset>
      </Form>
    </>
  );
};
