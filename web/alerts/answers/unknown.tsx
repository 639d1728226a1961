import { boot } from "../../core/boot.ts";
import { LinkButton } from "../../core/parts/button.tsx";
import { base } from "../../core/router.ts";
import { t } from "../../core/words.ts";

/** A link nobody knows: telephones first, then the other way to answer. */
export const Unknown = () => (
  <div class="screen">
    <h1>{t("unknown.title")}</h1>
    <p>{t("unknown.what")}</p>
    <LinkButton href={`tel:${boot.emergencyPhone}`} kind="danger" icon="phone">{t("call.emergency", { phone: boot.emergencyPhone })}</LinkButton>
    <LinkButton href={`tel:${boot.helpPhone}`} icon="phone">{t("call.village", { phone: boot.helpPhone })}</LinkButton>
    {base() ? <LinkButton href={`${base()}/alerts/answers`}>{t("unknown.mine")}</LinkButton> : null}
    <LinkButton href={`${base() || "/"}?calm`}>{t("frame.home")}</LinkButton>
  </div>
);
