import { useState } from "preact/hooks";
import { call } from "../../core/client/client.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { LinkButton } from "../../core/parts/button.tsx";
import { Line } from "../../core/parts/card.tsx";
import { List } from "../../core/parts/list.tsx";
import { Picker } from "../../core/parts/picker.tsx";
import { day } from "../../core/parts/time.ts";
import { at, go } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { factWords, FEATURE, houseWords, marksWords, MARKS } from "./house.ts";
import type { Line as House } from "./house.ts";

const NoteOf = ({ house }: { house: House }) => (
  <>
    {house.flags.map((flag) => <b key={flag}>{t(`flag.${flag}`)}<br /></b>)}
    {[t(`state.${house.state}`), ...(house.grade ? [t("grade", { grade: house.grade })] : []), ...(house.household ? [t("list.note", { n: house.sleeping })] : []), factWords(house), marksWords(house.marks),
      ...(house.photos > 0 ? [t("photos.n", { n: house.photos })] : []), ...(house.emptyOn ? [t("empty", { on: day(house.emptyOn) })] : [])].filter(Boolean).join(" · ")}
  </>
);

/** Every house of the office's own part of the village; those to be looked at, or those with a mark. */
export const AllHouses = () => {
  const [show, choose] = useState("all");
  return (
    <>
      <h1>{t("desk")}</h1>
      <Picker label={t("show")} value={show} onPick={choose} choices={[{ value: "all", label: t("list.all") }, { value: "flagged", label: t("list.flagged") }, ...MARKS.map((value) => ({ value, label: t(`mark.${value}`) }))]} />
      <List key={show} load={(cursor) => call(FEATURE, "list", { query: { limit: 50, show: show as "all", ...(cursor ? { cursor } : {}) } })} empty={t("list.none")}
        item={(house) => <Line href={at(FEATURE, house.id)} icon="house" note={<NoteOf house={house} />}>{houseWords(house)}</Line>} />
      <div class="sheet">
        <Line href={at(FEATURE, "areas")} icon="flag">{t("areas")}</Line>
        <Line href={at(FEATURE, "begin")} icon="home-plus">{t("begin")}</Line>
      </div>
    </>
  );
};

/** A house that stands there and belongs to no household. */
export const Begin = () => {
  const form = useForm(FEATURE, "begin", { start: { no: "", group: "" }, send: async (body) => { const house = await call(FEATURE, "begin", { body }); go(at(FEATURE, house.id)); } });
  return (
    <>
      <h1>{t("begin")}</h1>
      <Form form={form} submit={t("begin.do")}><Field form={form} name="no" label={t("begin.no")} /><Field form={form} name="group" label={t("begin.group")} /></Form>
      <LinkButton href={at(FEATURE, "all")}>{t("back")}</LinkButton>
    </>
  );
};
