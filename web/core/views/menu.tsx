import { CopyButton } from "../parts/copy.tsx";
import { Button } from "../parts/button.tsx";
import { Picker } from "../parts/picker.tsx";
import { definePage, loadPage } from "../pages.ts";
import { boot } from "../boot.ts";
import { useLoad } from "../parts/state.tsx";
import { loadIndex } from "../places.ts";
import { choose, prefs } from "../prefs.ts";
import { printPage } from "../print-page.ts";
import type { Prefs } from "../prefs.ts";
import { at, here } from "../router.ts";
import { session } from "../session.ts";
import { pageText } from "../parts/read-aloud.tsx";
import { t } from "../words.ts";

const OWN_NAMES: Readonly<Record<string, string>> = { zh: "中文", en: "English" };
const choices = (name: string, values: readonly string[]) => values.map((value) => ({ value, label: OWN_NAMES[value] ?? t(`${name}.${value}`) }));
const forGroup = (): string => `${document.title}\n${pageText()}\n${location.origin}${location.pathname}`;

/** The village's further languages; none where it has none, or nobody answers. */
const languagesHere = async (): Promise<readonly { code: string; name: string }[]> => {
  const village = here().village;
  const answer = village ? await fetch(`/open/platform/languages/villages/${village}/`, { credentials: "omit" }).catch(() => undefined) : undefined;
  return answer?.ok ? ((await answer.json()) as { items: { code: string; name: string }[] }).items : [];
};
const pickLanguage = (language: string): void => {
  if ((boot.languages as readonly string[]).includes(language)) { choose({ language: language as Prefs["language"], tongue: undefined }); return; }
  choose({ language: boot.first, tongue: language });
  void loadPage("core/tongue");
};

const Menu = ({ close }: { close: () => void }) => {
  const pages = useLoad(loadIndex).data?.pages ?? {};
  const more = useLoad(languagesHere).data ?? [];
  return (
  <div class="menu" role="region" aria-label={t("frame.more")} onKeyDown={(event) => { if (event.key === "Escape") close(); }}>
    <Picker label={t("menu.size")} value={prefs().size} choices={choices("size", ["18", "24", "30"])} onPick={(size) => choose({ size: size as Prefs["size"] })} />
    <Picker label={t("menu.mode")} value={prefs().mode} choices={choices("mode", ["plain", "elder"])} onPick={(mode) => choose({ mode: mode as Prefs["mode"] })} />
    <Picker label={t("menu.language")} value={prefs().tongue ?? prefs().language} choices={[...choices("language", boot.languages), ...more.map(({ code, name }) => ({ value: code, label: name }))]} onPick={pickLanguage} />
    <Picker label={t("menu.theme")} value={prefs().theme} choices={choices("theme", ["auto", "light", "dark"])} onPick={(theme) => choose({ theme: theme as Prefs["theme"] })} />
    <div class="row">
      <CopyButton text={forGroup} />
      <Button icon="print" onPress={() => { close(); return printPage(); }}>{t("menu.print")}</Button>
      {here().village && "circle/moderation" in pages ? <a class="button plain" href={`${at("circle/moderation/new")}?about=${encodeURIComponent(location.pathname)}`}>{t("menu.report")}</a> : null}
      {session() ? null : <a class="button plain" href={at("platform/sign-in")}>{t("guest.sign-in")}</a>}
      <Button kind="primary" onPress={close}>{t("menu.close")}</Button>
    </div>
  </div>
  );
};

export const page = definePage<() => void>({ name: "core/menu", view: ({ data }) => <Menu close={data} /> });
