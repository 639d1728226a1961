import { useEffect, useState } from "preact/hooks";
import { boot } from "../boot.ts";
import { nameOf } from "../names.ts";
import { Button } from "../parts/button.tsx";
import { Card } from "../parts/card.tsx";
import { CopyButton } from "../parts/copy.tsx";
import { Picker } from "../parts/picker.tsx";
import { addToday, bytesSince, weigh } from "../parts/weight.ts";
import { definePage } from "../pages.ts";
import { choose, prefs } from "../prefs.ts";
import type { Prefs } from "../prefs.ts";
import { here } from "../router.ts";
import { t } from "../words.ts";

interface Offer extends Event { prompt(): Promise<unknown> }
const offered = (): Offer | undefined => (globalThis as unknown as { homeScreen?: Offer }).homeScreen;

/** From now on "add to the home screen" means this village: its name under the icon, its home behind it. */
const ownManifest = (village: string): void => {
  const link = document.querySelector<HTMLLinkElement>("link[rel=manifest]");
  if (!link) return;
  const icons = [...[192, 512].map((size) => ({ src: `${location.origin}/icon-${size}.png`, sizes: `${size}x${size}`, type: "image/png" })), { src: `${location.origin}/icon-maskable-512.png`, sizes: "512x512", type: "image/png", purpose: "maskable" }];
  const start = `${location.origin}/v/${village}`;
  link.href = URL.createObjectURL(new Blob([JSON.stringify({ name: nameOf(village), short_name: nameOf(village), id: start, start_url: start, scope: `${location.origin}/`, display: "standalone", background_color: "#f2f3ee", theme_color: "#08743d", icons })], { type: "application/manifest+json" }));
};

const HomeScreen = ({ village }: { village: string }) => {
  const [, again] = useState(0);
  useEffect(() => {
    ownManifest(village);
    const heard = (): void => again((n) => n + 1);
    addEventListener("beforeinstallprompt", heard);
    return () => removeEventListener("beforeinstallprompt", heard);
  }, [village]);
  if (matchMedia("(display-mode: standalone)").matches) return <Card title={t("how.home")}><p>{t("how.home.done")}</p></Card>;
  const offer = offered();
  return (
    <Card title={t("how.home")}>
      <p>{t("how.home.what", { village: nameOf(village) })}</p>
      {offer ? <Button icon="download" onPress={() => offer.prompt()}>{t("how.home.add")}</Button> : <p>{t(/iPhone|iPad/.test(navigator.userAgent) ? "how.home.by-hand.apple" : "how.home.by-hand")}</p>}
    </Card>
  );
};

/** How I use it: what it costs, when pictures come, the home screen, and a link that opens it for an elder. */
const How = () => {
  const village = here().village ?? "";
  const choices = ["always", "wifi"].map((value) => ({ value, label: t(`how.pictures.${value}`) }));
  return (
    <>
      <Card title={t("how.data")}><p>{t("how.data.what", { page: weigh(bytesSince(0)), today: weigh(addToday(0)) })}</p></Card>
      <div class="card"><Picker label={t("how.pictures")} hint={t("how.pictures.what")} value={prefs().pictures} choices={choices} onPick={(pictures) => choose({ pictures: pictures as Prefs["pictures"] })} /></div>
      <HomeScreen village={village} />
      <Card title={t("how.look")}><p>{t("how.look.what")}</p></Card>
      <Card title={t("how.elder")}><p>{t("how.elder.what")}</p><CopyButton text={() => `${location.origin}/v/${village}?elder`} /></Card>
      {boot.helpPhone ? <a class="call" href={`tel:${boot.helpPhone}`}>{t("help.village", { number: boot.helpPhone })}</a> : null}
    </>
  );
};
export const page = definePage({ name: "core/how", view: () => <How /> });
