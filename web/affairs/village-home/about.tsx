import { call } from "../../core/client/client.ts";
import { Art } from "../../core/home/art.tsx";
import { LinkButton } from "../../core/parts/button.tsx";
import { Badge, Line, Section } from "../../core/parts/card.tsx";
import { Empty, State, useLoad } from "../../core/parts/state.tsx";
import { at, here } from "../../core/router.ts";
import { whosIn } from "../../core/session.ts";
import { pick, t } from "../../core/words.ts";

const mayWrite = (): boolean => whosIn(here().village).some((who) => who === "office:secretary" || who === "office:committee");

/** Who we are: what a stranger sees of a village. Counts, never lists of people. */
export const About = () => {
  const home = useLoad(() => call("affairs/village-home", "home", {}), [here().village]);
  return (
    <State of={home}>{({ village, profile, counts, season, duty, off }) => (
      <>
        <div class="head"><Art name="hills" wide /><h1>{pick(village.names)}</h1></div>
        <p class="card"><b>{t("counts", { ...counts })}</b></p>
        {profile?.about ? <p class="card">{pick(profile.about)}</p> : <Empty>{t("about.none")}</Empty>}
        {profile && profile.specialities.length > 0 ? <Section title={t("specialities")}><p class="card">{profile.specialities.map((each) => <><Badge tone="good">{pick(each)}</Badge>{" "}</>)}</p></Section> : null}
        {season ? <Section title={t("season")}><div class="line"><Art name="oranges" /><span class="grow">{pick(season)}</span></div></Section> : null}
        <Line href={at("platform/offices")} icon="people" {...(duty ? { note: t("home.on-duty", { name: duty.name }) } : {})}>{t("officers.all")}</Line>
        {mayWrite() ? <LinkButton href={at("affairs/village-home", "edit")} kind="primary" icon="tool">{t("edit")}</LinkButton>
          : off.includes("circle/guestbook") ? null : <LinkButton href={at("circle/guestbook", "new")} kind="primary" icon="talk">{t("greet")}</LinkButton>}
      </>
    )}</State>
  );
};
