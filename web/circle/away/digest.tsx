import { call } from "../../core/client/client.ts";
import { LinkButton } from "../../core/parts/button.tsx";
import { Line } from "../../core/parts/card.tsx";
import { Empty, State, useLoad } from "../../core/parts/state.tsx";
import { when } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { base } from "../../core/router.ts";
import { pick, t } from "../../core/words.ts";

/** What was new at home in the last seven days. */
export const DigestPage = () => {
  const week = useLoad(() => call("circle/away", "digest", {}));
  return (
    <>
      <h1>{t("digest")}</h1>
      <State of={week}>{({ items }) => (items.length === 0 ? <Empty>{t("digest.empty")}</Empty> : <div class="sheet">{items.map((each) => <Line key={each.id} href={`${base()}/${each.where}`} note={when(each.at)}>{pick(each.title)}</Line>)}</div>)}</State>
      <LinkButton href={at("circle/away")}>{t("back")}</LinkButton>
    </>
  );
};
