import { call } from "../../core/client/client.ts";
import { Field, Form } from "../../core/form/field.tsx";
import { useForm } from "../../core/form/use-form.ts";
import { Line } from "../../core/parts/card.tsx";
import { State, useLoad } from "../../core/parts/state.tsx";
import { at, go } from "../../core/router.ts";
import { t } from "../../core/words.ts";
import { FEATURE, keepsPoint } from "./errand.ts";

/** Where parcels lie, and when somebody is there. */
export const Point = () => {
  const point = useLoad(() => call(FEATURE, "point", {}));
  return <State of={point}>{({ place, hours }) => <Line icon="get" note={place ? hours : undefined} {...(keepsPoint() ? { href: at(FEATURE, "point") } : {})}>{place ? `${t("point")} · ${place}` : t("point.none")}</Line>}</State>;
};

const Writing = ({ before }: { before: { place: string; hours: string } }) => {
  const form = useForm(FEATURE, "setPoint", { start: before, send: async (body) => { await call(FEATURE, "setPoint", { body }); go(at(FEATURE), true); } });
  return <Form form={form} submit={t("point.save")}><Field form={form} name="place" label={t("point.place")} /><Field form={form} name="hours" label={t("point.hours")} /></Form>;
};
/** An office says where. */
export const PointForm = () => {
  const point = useLoad(() => call(FEATURE, "point", {}));
  return <><h1>{t("point.edit")}</h1><State of={point}>{({ place, hours }) => <Writing before={{ place, hours }} />}</State></>;
};
