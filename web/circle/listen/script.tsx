import { call } from "../../core/client/client.ts";
import { Button, LinkButton } from "../../core/parts/button.tsx";
import { CopyButton } from "../../core/parts/copy.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";

/** What is read out over the loudspeaker, to copy or print. */
export const Script = () => {
  const script = useLoad(() => call("circle/listen", "script", {}));
  return (
    <>
      <h1>{t("script")}</h1>
      <State of={script}>{(text) => <><section class="card">{text.split("\n").map((line, n) => <p class="large" key={n}>{line}</p>)}</section><div class="row"><CopyButton text={() => text} label={t("script.copy")} /><Button icon="print" onPress={() => print()}>{t("menu.print")}</Button></div></>}</State>
      <LinkButton href={at("circle/listen")}>{t("to-today")}</LinkButton>
    </>
  );
};
