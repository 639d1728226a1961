import { useEffect, useState } from "preact/hooks";
import type { MediaAudience } from "../../../shared/contract/media.ts";
import { ask } from "../client/ask.ts";
import type { Answer } from "../client/types.ts";
import { isMine, onOutbox } from "../offline/drain.ts";
import { kept } from "../offline/store.ts";
import type { Taken } from "../offline/store.ts";
import { mediaUrl } from "./refs.ts";

export type MediaAbout = Answer<"platform/media", "about">;
/** What there is of a picture or voice: it, still on its way, set aside, or not for this reader. */
export type Seen = MediaAbout | "coming" | "closed" | undefined;

/** What the server knows of it; "coming" before it is there. */
export const aboutMedia = async (village: string, id: string, audience: MediaAudience): Promise<Seen> => {
  const answer = await ask({ method: "GET", url: mediaUrl(village, id, audience), actingFor: "" });
  if (answer.ok) { const about = (await answer.json()) as MediaAbout; return about.state === "waiting" ? "coming" : about; }
  return answer.status === 404 ? "coming" : answer.status === 401 || answer.status === 403 ? "closed" : undefined;
};

const AGAIN = 4_000, TIMES = 15;
/** The same, asked again for a minute while it is on its way, and whenever the outbox of this phone brings something. */
export const useSeen = (village: string, id: string, audience: MediaAudience, begin = true): { seen: Seen; look: () => void } => {
  const [seen, set] = useState<Seen>();
  const [round, again] = useState(begin ? 1 : 0);
  useEffect(() => {
    if (round === 0) return undefined;
    let left = false;
    aboutMedia(village, id, audience).then((found) => { if (!left) set(found); }, () => { if (!left) set("coming"); });
    return () => { left = true; };
  }, [round, id]);
  useEffect(() => {
    if (seen !== "coming" || round > TIMES) return undefined;
    const timer = setTimeout(() => again(round + 1), AGAIN);
    const end = onOutbox(() => again(round + 1));
    return () => { clearTimeout(timer); end(); };
  }, [seen, round]);
  return { seen, look: () => again(round + 1) };
};

/** One's own, as this phone still holds it before it has been brought. */
export const useOwn = (id: string, wanted: boolean): Taken | undefined => {
  const [own, set] = useState<Taken | undefined>();
  useEffect(() => {
    if (wanted) kept().then((all) => set(all.filter(isMine).flatMap(({ media }) => media ?? []).find((each) => each.id === id)), () => undefined);
  }, [id, wanted]);
  return own;
};
