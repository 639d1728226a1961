import { boot } from "../boot.ts";
import { Icon } from "../parts/icon.tsx";
import { when } from "../parts/time.ts";
import { at } from "../router.ts";
import { pick, t } from "../words.ts";
import type { PublicHome } from "./shape.ts";

/** The first line of every home: calm when there is nothing, a way to the warning when there is. Whoever is on duty is one tap away. */
export const WarningLine = ({ home }: { home: PublicHome }) => {
  const { warning, duty } = home;
  const phone = duty?.phone || boot.helpPhone;
  return (
    <>
      {warning ? (
        <a class={`alarm ${warning.colour}`} href={at("alerts/warnings", warning.id)}>
          <Icon name="warning" /><span class="grow"><b>{t(`colour.${warning.colour}`)} · {pick(warning.hazard)}</b><span>{pick(warning.what)}</span>{warning.until ? <small>{t("warning.until", { at: when(warning.until) })}</small> : null}</span><Icon name="next" />
        </a>
      ) : null}
      <div class={`calm ${warning ? "" : "good"}`}>
        <span class="grow">{warning ? null : <b>{t("home.no-warning")}</b>}<span>{duty ? t("home.on-duty", { name: duty.name }) : t("home.nobody-on-duty")}</span></span>
        {phone ? <a class="call" href={`tel:${phone}`} data-phone={phone}><Icon name="phone" /><span>{t("home.call")}</span></a> : null}
      </div>
    </>
  );
};
