import { call } from "../../core/client/client.ts";
import { Refused } from "../../core/client/refused.ts";
import type { Answer } from "../../core/client/types.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { State, useLoad } from "../../core/parts/state.tsx";
import { at, go } from "../../core/router.ts";
import { t } from "../../core/words.ts";

const FEATURE = "affairs/village-home";
type Profile = Answer<typeof FEATURE, "shownProfile">;
const wrong = (field: string, title: string): Refused => new Refused({ type: "wrong-field", status: 422, field, title });

/** Both languages, or neither. */
const both = (zh: string, en: string, field: string): { zh: string; en: string } | null => {
  if (!zh.trim() && !en.trim()) return null;
  if (!zh.trim() || !en.trim()) throw wrong(zh.trim() ? field.replace("Zh", "En") : field, t("edit.both"));
  return { zh: zh.trim(), en: en.trim() };
};
const specialitiesOf = (text: string) => text.split("\n").map((line) => line.trim()).filter(Boolean).map((line, n) => {
  const [zh, en] = line.split(/[/／]/).map((part) => part.trim());
  if (!zh || !en) throw wrong("specialities", t("edit.line", { line: n + 1 }));
  return { zh, en };
});
/** The server names fields inside other things; here each stands by itself. */
const FIELDS: Readonly<Record<string, string>> = { "about.zh": "aboutZh", "about.en": "aboutEn", "season.line.zh": "seasonZh", "season.line.en": "seasonEn", "season.until": "until" };
const named = (thrown: unknown): never => {
  if (thrown instanceof Refused && thrown.problem.field) throw wrong(FIELDS[thrown.problem.field] ?? thrown.problem.field.split(".")[0]!, thrown.problem.title);
  throw thrown;
};

const startOf = (profile: Profile) => ({
  aboutZh: profile.about?.["zh"] ?? "", aboutEn: profile.about?.["en"] ?? "", specialities: profile.specialities.map((each) => `${each["zh"]} / ${each["en"]}`).join("\n"),
  seasonZh: profile.season?.line["zh"] ?? "", seasonEn: profile.season?.line["en"] ?? "", until: profile.season?.until ?? "",
});

const Writing = ({ profile }: { profile: Profile }) => {
  const form = useForm(FEATURE, "profile-as-written", {
    version: profile.version, latest: async () => { const now = await call(FEATURE, "shownProfile", {}); return { values: startOf(now), version: now.version }; },
    start: startOf(profile),
    send: async ({ aboutZh = "", aboutEn = "", specialities = "", seasonZh = "", seasonEn = "", until = "" }, version) => {
      const line = both(seasonZh, seasonEn, "seasonZh");
      if (line && !until) throw wrong("until", t("reason.required"));
      const body = { about: both(aboutZh, aboutEn, "aboutZh"), specialities: specialitiesOf(specialities), season: line ? { line, until } : null };
      await call(FEATURE, "profile", { body, ifMatch: version ?? profile.version }).catch(named);
      go(at(FEATURE), true);
    },
  });
  return (
    <Form form={form} submit={t("edit.save")}>
      <Field form={form} name="aboutZh" kind="long" label={t("edit.about.zh")} />
      <Field form={form} name="aboutEn" kind="long" label={t("edit.about.en")} />
      <Field form={form} name="specialities" kind="long" label={t("edit.specialities")} />
      <Field form={form} name="seasonZh" label={t("edit.season.zh")} />
      <Field form={form} name="seasonEn" label={t("edit.season.en")} />
      <Field form={form} name="until" kind="date" label={t("edit.until")} />
    </Form>
  );
};

/** What the village says of itself, written by its office in both languages. */
export const Write = () => {
  const profile = useLoad(() => call(FEATURE, "shownProfile", {}));
  return <><h1>{t("edit")}</h1><State of={profile}>{(found) => <Writing key={found.version} profile={found} />}</State></>;
};
