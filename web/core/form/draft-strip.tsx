import { useState } from "preact/hooks";
import { Button } from "../parts/button.tsx";
import { when } from "../parts/time.ts";
import { t } from "../words.ts";
import type { Draft } from "./drafts.ts";
import type { FormHandle, Values } from "./use-form.ts";

const MOST = 60;
/** What a draft is called: the first words in it. */
const nameOf = ({ values, media }: Draft): string => {
  const words = Object.values(values).find((value): value is string => typeof value === "string" && value.trim().length > 1) ?? "";
  return words.length > MOST ? `${words.slice(0, MOST)}…` : words || (media.length > 0 ? t("draft.media", { n: media.length }) : "…");
};

/** Says that something was begun earlier, and what else waits unfinished: nothing stands here on a first visit. */
export const DraftStrip = <V extends Values>({ form: { drafts } }: { form: FormHandle<V> }) => {
  const [open, set] = useState(false);
  const { others, resumed, outdated } = drafts;
  if (others.length === 0 && !resumed) return null;
  return (
    <div class="card" data-end>
      {outdated ? <p class="wrong">{t("draft.check")}</p> : null}
      {resumed ? <p class="hush">{t("draft.one")}</p> : null}
      <div class="row">
        {resumed ? <Button onPress={others.length > 0 ? drafts.fresh : drafts.done}>{t(others.length > 0 ? "draft.new" : "draft.again")}</Button> : null}
        {resumed && others.length === 0 ? <Button onPress={drafts.fresh}>{t("draft.new")}</Button> : null}
        {others.length > 0 ? <button type="button" class="button plain" aria-expanded={open} onClick={() => set(!open)}>{t("draft.more", { n: others.length + (resumed ? 1 : 0) })}</button> : null}
      </div>
      {open ? others.map((each) => (
        <div key={each.id}><p>{nameOf(each)} <small>{when(each.at)}{each.media.length > 0 ? ` · ${t("draft.media", { n: each.media.length })}` : ""}</small></p>
          <div class="row"><Button onPress={() => { drafts.open(each); set(false); }}>{t("draft.open")}</Button><Button onPress={() => drafts.drop(each)}>{t("draft.drop")}</Button></div></div>
      )) : null}
    </div>
  );
};
