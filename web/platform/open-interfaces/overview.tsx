import { Line, Section } from "../../core/parts/card.tsx";
import { at, here } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { addressOf, FEATURE, isKeeper } from "./mine.ts";

/** What is open to other systems, and how to use it. */
export const Overview = () => {
  const village = here().village ?? "";
  return (
    <>
      <h1>{t("title")}</h1>
      <p class="hush">{t("intro")}</p>
      {isKeeper() ? <div class="sheet"><Line href={at(FEATURE, "keys")} icon="id-badge" note={t("keys.note")}>{t("keys")}</Line><Line href={at(FEATURE, "hooks")} icon="megaphone" note={t("hooks.note")}>{t("hooks")}</Line></div> : null}
      <Section title={t("open.title")}>
        <p class="hush">{t("open.note")}</p>
        <ul class="sheet plain">
          {([["feed", "feed"], ["csv.notices", "csv/notices"], ["csv.offices", "csv/offices"]] as const).map(([word, path]) => (
            <li key={word}><a class="line" href={addressOf(village, path)} download={path.includes("csv") ? `${path.replace("csv/", "")}.csv` : "notices.atom"}><span class="grow"><span>{t(`open.${word}`)}</span><small class="address">{addressOf(village, path)}</small></span></a></li>
          ))}
        </ul>
        <p class="card">{t("open.cap")}</p>
      </Section>
      <Section title={t("use.title")}>
        <p class="card">{t("how.key")}<br /><code class="address">Authorization: Key &lt;id&gt;.&lt;secret&gt;</code></p>
        <p class="card">{t("how.quota")}</p>
        <p class="card">{t("how.hook")}<br /><code class="address">webhook-id · webhook-timestamp · webhook-signature</code></p>
        <p class="card">{t("how.reports")}</p>
      </Section>
      <Line href={at(FEATURE, "api")} icon="book" note={t("api.note")}>{t("api")}</Line>
    </>
  );
};
