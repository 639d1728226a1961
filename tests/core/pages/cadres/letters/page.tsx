import { useState } from "preact/hooks";
import { Field, Form } from "../../../../../web/core/form/field.tsx";
import { useForm } from "../../../../../web/core/form/use-form.ts";
import { KeptList } from "../../../../../web/core/offline/kept-list.tsx";
import { keepLoosely } from "../../../../../web/core/offline/queue.ts";
import { definePage } from "../../../../../web/core/pages.ts";
import { Button } from "../../../../../web/core/parts/button.tsx";
import { t } from "../../../../../web/core/words.ts";

const Letters = () => {
  const [pictures, set] = useState<readonly Blob[]>([]);
  const form = useForm("cadres/letters", "send", { start: { title: "", text: "" }, send: (body) => keepLoosely("cadres/letters", "send", { body }, { title: String(body["title"]), blobs: pictures.map((blob) => ({ blob, feature: "cadres/letters", route: "attach" })) }) });
  return <><h1>{t("title")}</h1><Form form={form} submit={t("send")}><Field form={form} name="title" label={t("letter.title")} /><Field form={form} name="text" kind="long" label={t("letter.text")} /><Button onPress={() => set([new Blob(["picture"], { type: "image/webp" })])}>{t("picture")}</Button></Form><KeptList /></>;
};
export const page = definePage({ name: "cadres/letters", view: () => <Letters /> });
