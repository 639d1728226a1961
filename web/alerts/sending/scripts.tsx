import { call } from "../../core/client/client.ts";
import { ownStyle } from "../../core/own-style.ts";
import { Card, Section } from "../../core/parts/card.tsx";
import { CopyButton } from "../../core/parts/copy.tsx";
import { ReadAloud } from "../../core/parts/read-aloud.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { pick, t } from "../../core/words.ts";
import { ByHand } from "./by-hand.tsx";

ownStyle(".words{white-space:pre-line}");

/** What to read out and what to post, and who has done it already. */
export const Scripts = ({ warning }: { warning: string }) => {
  const loaded = useLoad(() => call("alerts/sending", "script", { params: { warning } }), [warning]);
  return (
    <State of={loaded}>{({ zh, en, night, byHand }) => {
      const speaker = pick({ zh: zh.speaker, en: en.speaker });
      const group = pick({ zh: zh.group, en: en.group });
      return <>
        {night ? <Card tone="bad" title={t("night.title")}><p>{t("script.night")}</p></Card> : null}
        <Section title={t("script.speaker")}><Card><p class="words">{speaker}</p><p><small>{t("speaker.twice")}</small></p><ReadAloud text={speaker} /></Card></Section>
        <Section title={t("script.group")}><Card><p class="words">{group}</p><CopyButton text={() => group} label={t("group.paste")} /></Card></Section>
        <ByHand warning={warning} done={byHand} onDone={loaded.reload} />
      </>;
    }}</State>
  );
};
