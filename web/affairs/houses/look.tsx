import { useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { LinkButton } from "../../core/parts/button.tsx";
import { Card } from "../../core/parts/card.tsx";
import { Picker } from "../../core/parts/picker.tsx";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { Acts } from "./acts.tsx";
import { FileOf } from "./file.tsx";
import { FEATURE, houseWords, PURPOSES } from "./house.ts";
import type { Whole } from "./house.ts";

type Why = { readonly purpose: (typeof PURPOSES)[number]; readonly note?: string };
const open = (id: string, why: Why): Promise<Whole> => call(FEATURE, "look", { params: { id }, body: why });

/** Before a file opens, the office says what for; the household reads it. */
const AskWhy = ({ id, onOpen }: { id: string; onOpen: (house: Whole, why: Why) => void }) => {
  const form = useForm(FEATURE, "look", {
    start: { purpose: "", note: "" }, draft: id,
    send: async ({ purpose, note }) => { const why = { purpose: purpose as Why["purpose"], ...(note ? { note } : {}) }; onOpen(await open(id, why), why); },
  });
  return (
    <>
      <h1>{t("look.title")}</h1>
      <Card tone="careful"><p>{t("look.note")}</p></Card>
      <Form form={form} submit={t("look.open")}>
        <Picker label={t("look.why")} value={form.values.purpose} choices={PURPOSES.map((value) => ({ value, label: t(`purpose.${value}`) }))} onPick={(purpose) => form.set("purpose", purpose)} />
        {form.wrong["purpose"] ? <p class="wrong wrong-first" tabIndex={-1}>{form.wrong["purpose"]}</p> : null}
        <Field form={form} name="note" label={t("look.words")} />
      </Form>
      <LinkButton href={at(FEATURE, "all")}>{t("back")}</LinkButton>
    </>
  );
};

/** A house's file as an office opens it: only for a purpose, and the household sees it. */
export const LookAt = ({ id }: { id: string }) => {
  const [house, show] = useState<Whole | undefined>();
  const [why, say] = useState<Why | undefined>();
  const [said, done] = useState("");
  if (!house || !why) return <AskWhy id={id} onOpen={(found, purpose) => { show(found); say(purpose); }} />;
  const again = (): void => { done(t("saved")); void open(id, why).then(show, () => undefined); };
  return (
    <>
      <h1>{houseWords(house)}</h1>
      {said ? <p class="calm good" role="status">{said}</p> : null}
      <FileOf house={house} />
      <Acts key={house.version} house={house} onDone={again} />
      <LinkButton href={at(FEATURE, "all")}>{t("back")}</LinkButton>
    </>
  );
};
