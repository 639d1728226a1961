import { call } from "../../core/client/client.ts";
import { LinkButton } from "../../core/parts/button.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { FEATURE } from "./mine.ts";

interface Operation { readonly tags?: readonly string[]; readonly summary?: string; readonly description?: string; readonly security?: readonly object[] }
interface Shown { readonly method: string; readonly path: string; readonly says: string; readonly open: boolean }

/** What other systems may ask, by feature: what is for everybody, and what a key opens. */
const grouped = (document: Readonly<Record<string, unknown>>): Map<string, Shown[]> => {
  const paths = (document["paths"] ?? {}) as Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  const all = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).flatMap(([method, operation]): (Shown & { feature: string })[] => {
    const open = path.startsWith("/open/");
    const keyed = operation.security?.some((each) => "apiKey" in each) === true;
    return open || keyed ? [{ feature: operation.tags?.[0] ?? "", method: method.toUpperCase(), path, says: operation.summary ?? "", open }] : [];
  }));
  return Map.groupBy(all, ({ feature }) => feature);
};

/** The interface as a page to read; the document itself is one address away. */
export const Interface = () => {
  const document = useLoad(() => call(FEATURE, "openapi", {}));
  const address = `${location.origin}/open/${FEATURE}/region/openapi`;
  return (
    <>
      <h1>{t("api")}</h1>
      <p class="hush">{t("api.note")}</p>
      <p class="card">{t("api.document")}<br /><a href={address} class="address" download="openapi.json">{address}</a></p>
      <State of={document}>{(found) => <>{[...grouped(found)].map(([feature, routes]) => (
        <section class="section" key={feature}><div class="heading"><h2>{feature}</h2></div>
          <ul class="card plain">{routes.map(({ method, path, says, open }) => <li key={method + path}><b class="address">{method} {path}</b><br /><small>{[says, t(open ? "api.everybody" : "api.key")].filter(Boolean).join(" · ")}</small></li>)}</ul></section>
      ))}</>}</State>
      <LinkButton href={at(FEATURE)}>{t("back")}</LinkButton>
    </>
  );
};
