import { BigButton } from "../parts/button.tsx";
import { Waiting } from "../home/waiting.tsx";
import { definePage } from "../pages.ts";
import { boot } from "../boot.ts";
import { at, base } from "../router.ts";
import { pick, t } from "../words.ts";
import type { MyHome, PublicHome } from "../home/shape.ts";

interface Data { readonly home: PublicHome | undefined; readonly mine: MyHome | null }

/** Four things, each with one line of news: help is on the first screen whatever waits. Below them one question at a time. */
const Elder = ({ home, mine }: Data) => {
  const first = mine?.waiting.find(({ actions }) => actions.length > 0);
  return (
    <div class="four">
      <BigButton href={`${base()}/listen`} label={t("elder.listen")} news={home && home.today.length > 0 ? t("elder.listen.news", { n: home.today.length }) : t("elder.listen.calm")} />
      <BigButton href={at("affairs/households")} label={t("elder.family")} news={pick(mine?.people[0]?.text) || t("elder.family.news")} />
      <BigButton href={`${base()}/me`} label={t("elder.matters")} news={mine && mine.waiting.length > 0 ? t("elder.matters.news", { n: mine.waiting.length }) : t("elder.matters.calm")} />
      <BigButton kind="danger" href={`${base()}/help`} label={t("elder.help")} news={t("elder.help.news", { number: boot.emergencyPhone })} />
      {first ? <Waiting thing={first} onAnswered={() => undefined} key={first.id} /> : null}
    </div>
  );
};
export const page = definePage<Data>({ name: "core/elder", view: ({ data }) => <Elder {...data} /> });
