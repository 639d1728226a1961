import { useState } from "preact/hooks";
import { Field, Form } from "../../../../../web/core/form/field.tsx";
import { useForm } from "../../../../../web/core/form/use-form.ts";
import { newId } from "../../../../../web/core/media/new-id.ts";
import { refsOf } from "../../../../../web/core/media/refs.ts";
import { KeptList } from "../../../../../web/core/offline/kept-list.tsx";
import { keepLoosely } from "../../../../../web/core/offline/queue.ts";
import type { Taken } from "../../../../../web/core/offline/store.ts";
import { definePage } from "../../../../../web/core/pages.ts";
import { Button } from "../../../../../web/core/parts/button.tsx";
import { t } from "../../../../../web/core/words.ts";

const Letters = () => {
  const [pictures, set] = useState<readonly Taken[]>([]);
  const form = useForm("cadres/letters", "send", { start: { title: "", text: "" }, send: (body) => keepLoosely("cadres/letters", "send", { body: { ...body, media: refsOf(pictures) } }, { title: String(body["title"]), media: pictures }) });
  return <><h1>{t("title")}</h1><Form form={form} submit={t("send")}><Field form={form} name="title" label={t("letter.title")} /><Field form={form} name="text" kind="long" label={t("letter.text")} /><Button onPress={() => set([{ id: newId(), kind: "photo", blob: new Blob(["picture"], { type: "image/webp" }), thumb: new Blob(["small"], { type: "image/webp" }) }])}>{t("picture")}</Button></Form><KeptList /></>;
};
export const page = definePage({ name: "cadres/letters", view: () => <Letters /> });
