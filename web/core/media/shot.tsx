import { useEffect, useState } from "preact/hooks";
import type { MediaAudience } from "../../../shared/contract/media.ts";
import { Badge } from "../parts/card.tsx";
import { t } from "../words.ts";
import { useOwn, useSeen } from "./read.ts";
import { mediaUrl } from "./refs.ts";

interface Props { readonly village: string; readonly id: string; readonly audience: MediaAudience; readonly alt: string }

/** One's own picture before the server has it. */
const Coming = ({ id, alt }: Pick<Props, "id" | "alt">) => {
  const own = useOwn(id, true);
  const [url, set] = useState("");
  useEffect(() => {
    if (!own) return undefined;
    const made = URL.createObjectURL(own.thumb ?? own.blob);
    set(made);
    return () => URL.revokeObjectURL(made);
  }, [own?.id]);
  return <div class={url ? "coming here" : "coming"}>{url ? <img src={url} alt={alt} /> : null}<Badge tone="careful">{t("media.coming")}</Badge></div>;
};

/** A picture: small first, which is what it costs to look at a page; pressed, as large as it is. While it is not there yet, that is said. */
export const Shot = ({ village, id, audience, alt }: Props) => {
  const [state, set] = useState<"try" | "missing">("try");
  const [whole, open] = useState(false);
  const { seen, look } = useSeen(village, id, audience, false);
  useEffect(() => { if (seen && typeof seen === "object" && seen.state === "ready") set("try"); }, [seen]);
  if (state === "missing") {
    if (seen && typeof seen === "object" && seen.state === "quarantined") return <li><div class="coming">{t("media.aside")}</div></li>;
    return <li>{seen === "closed" ? <div class="coming">{t("media.closed")}</div> : seen === undefined ? <div class="coming" /> : <Coming id={id} alt={alt} />}</li>;
  }
  return (
    <li class={whole ? "whole" : ""}>
      <button type="button" class="shot" aria-expanded={whole} aria-label={t(whole ? "media.smaller" : "media.larger", { what: alt })} onClick={() => open(!whole)}>
        <img src={mediaUrl(village, id, audience, whole ? "full" : "thumb")} alt="" loading="lazy" onError={() => { set("missing"); look(); }} />
      </button>
    </li>
  );
};

/** The small picture at the head of a line in a list; nothing while it is not there. */
export const Tiny = ({ village, id, audience }: Omit<Props, "alt">) => {
  const [gone, go] = useState(false);
  return gone ? null : <img class="tiny" src={mediaUrl(village, id, audience, "thumb")} alt="" loading="lazy" onError={() => go(true)} />;
};
