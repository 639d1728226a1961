import { useEffect, useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { Confirm } from "../../core/parts/confirm.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import type { WarningView } from "../../../shared/alerts/warnings/warning.ts";
import { useComposing } from "./compose-state.ts";
import { factsFrom, isReady } from "./facts.ts";
import type { Facts } from "./facts.ts";
import { Finish } from "./finish.tsx";
import { titleOf } from "./label.tsx";
import { villagesOf } from "./names.ts";
import { ReadInProblems } from "./read-in.tsx";
import { What } from "./what.tsx";
import { When } from "./when.tsx";
import { Where } from "./where.tsx";

const STEPS = ["what", "where", "when", "words"] as const;
const WIDE = "(min-width:900px)";

/** Whether two columns fit. */
const useWide = (): boolean => {
  const [wide, set] = useState(() => matchMedia(WIDE).matches);
  useEffect(() => {
    const media = matchMedia(WIDE);
    const look = (): void => set(media.matches);
    media.addEventListener("change", look);
    return () => media.removeEventListener("change", look);
  }, []);
  return wide;
};

const Composer = ({ name, area, start, draft }: { name: string; area: string; start?: Facts; draft?: WarningView }) => {
  const form = useComposing(name, start, draft ?? null);
  const villages = useLoad(() => villagesOf(area), [area]);
  const wide = useWide();
  const step = STEPS[form.step] ?? "what";
  const parts = { what: <What form={form} />, where: <Where form={form} villages={villages} />, when: <When form={form} />, words: <Finish form={form} villages={villages.data ?? []} area={area} /> };
  const next = async (): Promise<void> => {
    const words = form.step === STEPS.length - 2;
    // The words are written while the page turns; what does not arrive is said there.
    form.goTo(form.step + 1);
    if (words && !form.fresh) await form.save(form.step + 1);
  };
  return (
    <>
      <h1>{form.values.replaces ? t("update.title") : isReady(form.values) ? titleOf(form.values) : t("new.title")}</h1>
      <p><a class="quiet" href={at("alerts/warnings")}>{t("to-list")}</a></p>
      {name === "new" && (form.saved || form.values.kind || form.values.hazard) ? <Confirm label={t("new.again")} question={t("new.again.sure")} kind="plain" onYes={form.forget} /> : null}
      {form.values.replaces ? <p class="card careful">{t("update.what")}</p> : null}
      {draft ? <ReadInProblems warning={draft} /> : null}
      {wide ? <div class="wide sides"><div>{parts.what}{parts.where}{parts.when}</div><div class="form">{parts.words}</div></div> : (
        <>
          <p class="meta">{t("step.of", { n: form.step + 1, all: STEPS.length })}</p>
          {step === "words" ? <Button icon="back" onPress={() => form.goTo(form.step - 1)}>{t("step.back")}</Button> : null}
          <div class="sides">{parts[step]}</div>
          {step === "what" && !isReady(form.values) ? <p class="hush">{t("words.first")}</p> : null}
          {step === "words" ? null : <div class="row">
            {form.step > 0 ? <Button icon="back" onPress={() => form.goTo(form.step - 1)}>{t("step.back")}</Button> : null}
            <Button kind="primary" disabled={!isReady(form.values)} onPress={next}>{t(`step.to.${STEPS[form.step + 1]}`)}</Button>
          </div>}
        </>
      )}
    </>
  );
};

/** A new warning, the update of a running one, or a draft to go on with. */
export const Compose = ({ area, draft, replaces }: { area: string; draft?: string; replaces?: string }) => {
  const id = draft ?? replaces;
  const before = useLoad(async () => (id ? call("alerts/warnings", "one", { params: { id } }) : null), [id]);
  return (
    <State of={before}>{(warning) => {
      if (!warning) return <Composer key="new" name="new" area={area} />;
      if (draft && warning.state !== "draft") return <><h1>{titleOf(warning)}</h1><p class="card careful">{t("no-draft")}</p><LinkButton href={at("alerts/warnings", warning.id)} kind="primary">{t("open")}</LinkButton></>;
      return draft ? <Composer key={draft} name={draft} area={area} start={factsFrom(warning, "draft")} draft={warning} /> : <Composer key={replaces ?? ""} name={`update-${replaces ?? ""}`} area={area} start={factsFrom(warning, "update")} />;
    }}</State>
  );
};
