import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { acting, cardShown, clockOff, newPhone } from "./acting.ts";
import { Lazy } from "./lazy.tsx";
import { Icon } from "./parts/icon.tsx";
import { pageText, readAloud, useVoice } from "./parts/read-aloud.tsx";
import { prefs } from "./prefs.ts";
import { back, base } from "./router.ts";
import type { Here } from "./router.ts";
import { t } from "./words.ts";

const TABS = {
  village: ["home", "village", "do", "market", "me"],
  area: ["board", "warn", "villages", "people", "report"],
  region: ["operator"],
  link: [],
} as const;
const ICONS: Readonly<Record<string, string>> = { warn: "warning", villages: "village", operator: "settings" };
const pathOf = (tab: string, place: Here): string => (tab === "home" || tab === "operator" ? base(place) || "/" : `${base(place)}/${tab}`);

/** The bar on top: where one is, listen, and everything about how to read. */
export const Top = ({ place, title }: { place: Here; title: string }) => {
  const [open, setOpen] = useState(false);
  const voice = useVoice();
  return (
    <>
      <header class="top">
        {place.kind === "page" || place.rest.length > 0 ? <button class="tool" type="button" aria-label={t("frame.back")} onClick={back}><Icon name="back" /></button> : null}
        <a class="where" href={base(place) || "/"}>{title}</a>
        {voice ? <button class="tool" type="button" onClick={() => readAloud(pageText())}><Icon name="listen" /><span>{t("frame.listen")}</span></button> : null}
        <button class="tool" type="button" aria-label={t("frame.more")} aria-expanded={open} onClick={() => setOpen(!open)}><Icon name="more" /></button>
      </header>
      {open ? <Lazy name="core/menu" data={() => setOpen(false)} /> : null}
    </>
  );
};

/** The tabs at the bottom; a number only on Home and Me, for what waits for me. */
export const Tabs = ({ place, waiting = 0 }: { place: Here; waiting?: number }) => (
  <nav class="tabs" aria-label={t("frame.tabs")}>
    {TABS[place.scope].map((tab) => (
      <a href={pathOf(tab, place)} aria-current={place.name === tab ? "page" : undefined}>
        <Icon name={ICONS[tab] ?? tab} /><span>{t(`tab.${tab}`)}</span>{waiting > 0 && (tab === "home" || tab === "me") ? <em>{waiting}</em> : null}
      </a>
    ))}
  </nav>
);

const Everything = ({ place }: { place: Here }) => (
  <nav class="ways" aria-label={t("frame.tabs")}>
    {place.kind === "home" ? <a href={`${base(place)}/all`}>{t("frame.everything")}</a> : <a href={base(place) || "/"}>{t("frame.home")}</a>}
  </nav>
);

/** Says so when what is shown was kept from last time, because no answer came. */
const OldNote = () => {
  const [old, set] = useState(false);
  useEffect(() => {
    const note = (): void => set(true);
    addEventListener("wecountry-kept", note);
    return () => removeEventListener("wecountry-kept", note);
  }, []);
  return old ? <p class="card careful" role="status">{t("frame.kept")}</p> : null;
};

/** What stands around every page. Elder mode has no tabs; a bare page has nothing. */
export const Frame = ({ place, title, bare, waiting, children }: { place: Here; title: string; bare?: boolean; waiting?: number; children: ComponentChildren }) => {
  if (bare) return <main id="main">{children}</main>;
  const elder = prefs().mode === "elder" && place.scope === "village";
  return (
    <>
      <a class="skip" href="#main">{t("frame.skip")}</a>
      <Top place={place} title={title} />
      {acting() ?? cardShown() ?? newPhone() ?? clockOff() ? <Lazy name="core/strip" quiet /> : null}
      <main id="main" tabIndex={-1}><OldNote key={location.pathname} />{children}</main>
      <Lazy name="core/weight" quiet />
      {elder ? <Everything place={place} /> : TABS[place.scope].length > 0 ? <Tabs place={place} {...(waiting === undefined ? {} : { waiting })} /> : null}
    </>
  );
};
