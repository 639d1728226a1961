import { useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import { readVillages } from "../../core/home/read.ts";
import { LinkButton } from "../../core/parts/button.tsx";
import { Line, Section } from "../../core/parts/card.tsx";
import { List } from "../../core/parts/list.tsx";
import { at } from "../../core/router.ts";
import { pick, t } from "../../core/words.ts";
import { Begin, OpenCounty, OpenVillage } from "./open-forms.tsx";

const FEATURE = "platform/villages";

/** The operator's counties and villages. */
export const Region = () => (
  <>
    <h1>{t("region.title")}</h1>
    <p class="hush">{t("open.note")}</p>
    <Section title={t("region.villages")}>
      <List load={(cursor) => readVillages("", cursor)} empty={t("region.none")}
        item={(each) => <Line key={each.id} href={`/v/${each.id}/${FEATURE}`} icon="village" note={[each.id, pick(each.township)].filter(Boolean).join(" · ")}>{pick(each.names)}</Line>} />
    </Section>
    <LinkButton href={at(FEATURE, "county")} icon="flag">{t("open.county")}</LinkButton>
    <LinkButton kind="primary" href={at(FEATURE, "open")} icon="home-plus">{t("open.title")}</LinkButton>
  </>
);

const Done = ({ name, village }: { name: string; village?: string | undefined }) => (
  <>
    <h1>{t("opened", { name })}</h1>
    <LinkButton href={at(FEATURE)}>{t("region.title")}</LinkButton>
    {village ? <LinkButton kind="primary" icon="people" href={`/v/${village}/${FEATURE}/roll`}>{t("opened.roll")}</LinkButton> : <LinkButton kind="primary" icon="home-plus" href={at(FEATURE, "open")}>{t("open.title")}</LinkButton>}
  </>
);
export const NewCounty = () => {
  const [opened, say] = useState("");
  return opened ? <Done name={opened} /> : <><h1>{t("open.county")}</h1><OpenCounty onOpened={say} /></>;
};
export const NewVillage = () => {
  const [opened, say] = useState<{ name: string; village: string } | undefined>();
  return opened ? <Done {...opened} /> : <><h1>{t("open.title")}</h1><OpenVillage onOpened={(name, village) => say({ name, village })} /></>;
};
export const FirstUse = () => {
  const [begun, say] = useState(false);
  return <><h1>{t("open.begin")}</h1>{begun ? <><p class="card good" role="status">{t("begin.done")}</p><LinkButton kind="primary" href={at("platform/sign-in")}>{t("sign-in")}</LinkButton></> : <Begin onBegun={() => say(true)} />}</>;
};

/** A county's villages: people, posts filled, and which have no secretary. */
export const AreaVillages = () => (
  <>
    <h1>{t("area.title")}</h1>
    <List load={(cursor) => call(FEATURE, "list", { query: { limit: 100, ...(cursor ? { cursor } : {}) } })} empty={t("region.none")}
      item={(each) => <Line key={each.id} href={`/v/${each.id}`} icon="village" note={t("area.line", { households: each.households, residents: each.residents, offices: each.officesFilled })} {...(each.secretary ? {} : { badge: t("area.no-secretary") })}>{pick(each.names)}</Line>} />
  </>
);
