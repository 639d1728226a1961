import { call } from "../../core/client/client.ts";
import { LinkButton } from "../../core/parts/button.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { dateDay } from "../../core/parts/time.ts";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { FEATURE, ToldLine } from "./line.tsx";

/** The last day's digest, to be read through or printed. */
export const LastDigest = () => {
  const digest = useLoad(() => call(FEATURE, "digest", {}));
  return (
    <>
      <h1>{t("digest")}</h1>
      <State of={digest}>{({ day, items }) => (day && items.length > 0
        ? <><p class="hush">{t("digest.of", { day: dateDay(day) })}</p><ul class="list">{items.map((line) => <li key={line.id}><ToldLine line={line} /></li>)}</ul></>
        : <p class="calm">{t("digest.none")}</p>)}</State>
      <LinkButton href={at(FEATURE)}>{t("back")}</LinkButton>
    </>
  );
};
