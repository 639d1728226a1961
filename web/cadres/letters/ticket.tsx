import { useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { LinkButton } from "../../core/parts/button.tsx";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { Closing } from "./closing.tsx";
import { LETTERS } from "./letter.ts";
import type { Followed } from "./letter.ts";
import { Sheet } from "./sheet.tsx";

/** A letter by its number and words, on any phone, without a name. */
export const Ticket = () => {
  const [letter, found] = useState<Followed | undefined>();
  const form = useForm(LETTERS, "follow", { start: { number: "", word: "" }, send: async (body) => found(await call(LETTERS, "follow", { body })) });
  const again = async (): Promise<void> => found(await call(LETTERS, "follow", { body: form.values }));
  const step = (more: { step: "close" | "reopen"; words?: string; satisfied?: 1 | 2 | 3 }) => call(LETTERS, "followUp", { body: { ...form.values, ...more } });
  return (
    <>
      <h1>{t("ticket")}</h1>
      {letter ? <Sheet letter={letter} /> : <p class="hush">{t("ticket.note")}</p>}
      {letter?.state === "replied" ? <Closing close={(satisfied) => step({ step: "close", satisfied })} reopen={(words) => step({ step: "reopen", words })} onDone={() => void again()} /> : null}
      {letter ? null : <Form form={form} submit={t("look")}><Field form={form} name="number" label={t("number")} /><Field form={form} name="word" label={t("word")} /></Form>}
      <LinkButton href={at(LETTERS)}>{t("one.link")}</LinkButton>
    </>
  );
};
