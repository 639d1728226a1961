import { MediaStrip } from "../../core/media/media-strip.tsx";
import { Card, Section } from "../../core/parts/card.tsx";
import { dateDay } from "../../core/parts/time.ts";
import { t } from "../../core/words.ts";
import { factWords, marksWords, toneOf } from "./house.ts";
import type { Whole } from "./house.ts";

/** How a house is, in a word and a sentence, who said so and when. */
export const HowItIs = ({ house }: { house: Whole }) => (
  <Card title={`${t("state")}：${t(`state.${house.state}`)}`} tone={toneOf(house.state)}>
    <p>{t(`state.${house.state}.what`)}</p>
    <p><small>{house.inspection ? `${t(`grade.${house.inspection.grade}`)} · ${t("grade.by", { inspector: house.inspection.inspector, on: dateDay(house.inspection.on) })}` : t("grade.none")}</small></p>
    {house.inspection?.note ? <p>{house.inspection.note}</p> : null}
    {house.repairedOn && house.state === "repaired" ? <p><small>{t("repaired.on", { on: dateDay(house.repairedOn) })}</small></p> : null}
  </Card>
);

/** The rest of a house's file: what it is built of, hazards, what was damaged, pictures. */
export const FileOf = ({ house }: { house: Whole }) => (
  <>
    {house.flags.map((flag) => <p class="calm" key={flag}>{t(`flag.${flag}`)}</p>)}
    <HowItIs house={house} />
    <Section title={t("facts")}><p class="card">{factWords(house) || "–"}</p>{house.media.length > 0 ? <MediaStrip media={house.media} /> : null}</Section>
    <Section title={t("marks")}><p class="card">{marksWords(house.marks) || t("marks.none")}</p></Section>
    <Section title={t("damages")}>
      {house.damageList.length === 0 ? <p class="hush">{t("damages.none")}</p> : house.damageList.map((each) => (
        <div class="card" key={each.id}><p><b>{t(`damage.${each.what}`)}</b> <small>{dateDay(each.on)}</small></p>{each.note ? <p>{each.note}</p> : null}<MediaStrip media={each.media} /></div>
      ))}
    </Section>
  </>
);
