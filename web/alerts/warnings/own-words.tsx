import { useId } from "preact/hooks";
import type { Texts } from "../../../shared/alerts/warnings/warning.ts";
import type { Language } from "../../../shared/contract/language.ts";
import { countSms } from "../../../shared/contract/sms-parts.ts";
import { Button } from "../../core/parts/button.tsx";
import { Section } from "../../core/parts/card.tsx";
import { prefs } from "../../core/prefs.ts";
import { boot } from "../../core/boot.ts";
import { t } from "../../core/words.ts";
import { Fold } from "./choices.tsx";
import type { Composing, Saved } from "./compose-state.ts";
import { basisOf, wordsAside } from "./facts.ts";
import type { OwnTexts } from "./facts.ts";

const FIELDS = ["what", "sms"] as const;
const LONG_FIELDS = ["headline", "speaker", "group"] as const;
const MOST: Readonly<Record<keyof Texts, number>> = { headline: 200, what: 200, sms: 500, speaker: 1000, group: 1000 };

/** The text as it stands: written by hand, else the server's. */
export const textOf = (texts: OwnTexts, saved: Saved, language: Language, field: keyof Texts): string => texts[language]?.[field] ?? saved.texts[language][field];

/** How long an SMS is with the longest village's name in it. */
const SmsLength = ({ text, village }: { text: string; village: string }) => {
  const count = countSms(text.replaceAll("{village}", village));
  return <small role="status">{t(count.parts > 1 ? "sms-length.parts" : "sms-length", { units: count.units, parts: count.parts, left: count.left })}</small>;
};

const OwnText = ({ form, saved, language, field, village }: { form: Composing; saved: Saved; language: Language; field: keyof Texts; village: string }) => {
  const id = useId();
  const texts = wordsAside(form.values) ? {} : form.values.texts;
  const value = textOf(texts, saved, language, field);
  const write = (text: string): void => form.change({ texts: { ...texts, [language]: { ...texts[language], [field]: text } }, textsOf: basisOf(form.values) });
  return (
    <div class="field long"><label for={id}>{t(`text.${field}`)}</label>
      <textarea id={id} class="input" rows={field === "headline" || field === "what" ? 2 : 4} maxLength={MOST[field]} lang={language} value={value} onInput={(event) => write(event.currentTarget.value)} />
      {field === "sms" ? <SmsLength text={value} village={village} /> : null}
    </div>
  );
};

const OneLanguage = (props: { form: Composing; saved: Saved; language: Language; village: string }) => (
  <>
    {FIELDS.map((field) => <OwnText key={field} {...props} field={field} />)}
    <Fold title={t("text.more")}>{LONG_FIELDS.map((field) => <OwnText key={field} {...props} field={field} />)}</Fold>
  </>
);

/** The words as they will go out, from the template, each to be changed by hand; the other language one tap away. */
export const OwnWords = ({ form, saved, village }: { form: Composing; saved: Saved; village: string }) => {
  const { values: facts } = form;
  const { language } = prefs();
  const rest = boot.languages.filter((each) => each !== language);
  const written = Object.values(facts.texts).some((texts) => Object.keys(texts).length > 0);
  return (
    <Section title={t("compose.words")}>
      {wordsAside(facts) ? <div class="card careful"><p>{t("words.aside")}</p><Button onPress={() => form.change({ textsOf: basisOf(facts) })}>{t("words.mine")}</Button></div> : null}
      <small>{t("words.village")}</small>
      <OneLanguage form={form} saved={saved} language={language} village={village} />
      {rest.map((each) => <Fold key={each} title={t(`words.in.${each}`)}><OneLanguage form={form} saved={saved} language={each} village={village} /></Fold>)}
      {written && !wordsAside(facts) ? <Button onPress={() => form.change({ texts: {}, textsOf: "" })}>{t("words.template")}</Button> : null}
    </Section>
  );
};
