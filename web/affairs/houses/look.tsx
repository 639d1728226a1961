import { useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import { AskWhy } from "../../core/form/look-why.tsx";
import type { Why } from "../../core/form/look-why.tsx";
import { LinkButton } from "../../core/parts/button.tsx";
import { at } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { Acts } from "./acts.tsx";
import { FileOf } from "./file.tsx";
import { FEATURE, houseWords } from "./house.ts";
import type { Whole } from "./house.ts";

const open = (id: string, why: Why): Promise<Whole> => call(FEATURE, "look", { params: { id }, body: why });

/** A house's file as an office opens it: only for a purpose, and the household sees it. */
export const LookAt = ({ id }: { id: string }) => {
  const [house, show] = useState<Whole | undefined>();
  const [why, say] = useState<Why | undefined>();
  const [said, done] = useState("");
  if (!house || !why) return (
    <>
      <AskWhy feature={FEATURE} id={id} look={async (said) => { show(await open(id, said)); say(said); }} />
      <LinkButton href={at(FEATURE, "all")}>{t("back")}</LinkButton>
    </>
  );
  const again = (): void => { done(t("saved")); void open(id, why).then(show, () => undefined); };
  return (
    <>
      <h1>{houseWords(house)}</h1>
      {said ? <p class="calm good" role="status">{said}</p> : null}
      <FileOf house={house} />
      <Acts key={house.version} house={house} onDone={again} />
      <LinkButton href={at(FEATURE, "all")}>{t("back")}</LinkButton>
    </>
  );
};
