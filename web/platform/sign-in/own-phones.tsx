import { useState } from "preact/hooks";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import type { Language } from "../../../shared/contract/language.ts";
import { boot } from "../../core/boot.ts";
import { call } from "../../core/client/client.ts";
import { problemOf } from "../../core/client/refused.ts";
import { LinkButton } from "../../core/parts/button.tsx";
import { Badge, Line, Section } from "../../core/parts/card.tsx";
import { Confirm } from "../../core/parts/confirm.tsx";
import { Picker } from "../../core/parts/picker.tsx";
import { ProblemLine } from "../../core/parts/state.tsx";
import { day } from "../../core/parts/time.ts";
import { at, go } from "../../core/router.ts";
import { remember } from "../../core/remember.ts";
import { pick, t } from "../../core/words.ts";
import { homeOf } from "./way-back.ts";
import type { Me } from "./way-back.ts";

const OWN_NAMES: Readonly<Record<Language, string>> = { zh: "中文", en: "English" };

/** Who I am here: my phones, the language of my messages, and the way out. */
export const OwnPhones = ({ me, reload }: { me: Me; reload: () => void }) => {
  const [problem, setProblem] = useState<ProblemBody | undefined>();
  const [said, say] = useState("");
  const doing = (act: Promise<unknown>, then: () => void): Promise<void> => act.then(() => { setProblem(undefined); then(); }, (thrown: unknown) => setProblem(problemOf(thrown)));
  const leave = (): Promise<void> => doing(call("platform/sign-in", "leave", {}), () => { remember(null); go(at() || "/", true); });
  return (
    <>
      <h1>{t("me.title", { name: me.name })}</h1>
      {me.village || me.offices.length > 0 ? (
        <div class="sheet">
          {me.village ? <Line href={`/v/${me.village.id}`} icon="village" note={t("me.village")}>{pick(me.village.names)}</Line> : null}
          {me.village?.household ? <Line href={at("platform/sign-in/cards")} icon="me">{t("cards.title")}</Line> : null}
          {me.offices.some((each) => each.at === "village") ? <Line href={at("platform/sign-in/numbers")} icon="phone">{t("doubts.title")}</Line> : null}
          {me.offices.length > 0 ? <Line href={at("platform/offices")} icon="people" note={t("me.posts.note")}>{t("me.posts")}</Line> : null}
        </div>
      ) : null}
      <Section title={t("devices")}>
        <p class="hush">{t("devices.note")}</p>
        {said ? <p class="calm good" role="status">{said}</p> : null}
        {me.devices.map(({ device, label, since, here }) => (
          <div class="card" key={device}>
            <p><b>{label || t(here ? "device.here" : "device.other")}</b>{here && label ? <> <Badge tone="good">{t("device.here")}</Badge></> : null}<br /><small>{t("device.since", { date: day(since) })}</small></p>
            {here ? null : <Confirm label={t("device.forget")} kind="plain" question={t("device.forget.ask")} onYes={() => doing(call("platform/sign-in", "forget", { params: { device } }), () => { say(t("device.gone")); reload(); })} />}
          </div>
        ))}
      </Section>
      <Section title={t("language")}>
        <Picker label={t("language.note")} value={me.language} choices={boot.languages.map((value) => ({ value, label: OWN_NAMES[value] }))}
          onPick={(language) => void doing(call("platform/sign-in", "language", { body: { language: language as Language } }), () => { say(t("done")); reload(); })} />
      </Section>
      {problem ? <ProblemLine problem={problem} /> : null}
      <Confirm label={t("leave")} kind="plain" question={t("leave.ask")} onYes={leave} />
      <LinkButton kind="primary" icon="home" href={homeOf(me)}>{t("home")}</LinkButton>
    </>
  );
};
