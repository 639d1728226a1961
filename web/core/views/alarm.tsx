import { useEffect } from "preact/hooks";
import { boot } from "../boot.ts";
import { definePage } from "../pages.ts";
import { at, base, go } from "../router.ts";
import type { HomeWarning, MyHome, PublicHome } from "../home/shape.ts";
import { WarningScreen } from "../warning/screen.tsx";

interface Data { readonly warning: HomeWarning & Partial<Pick<NonNullable<MyHome["warning"]>, "link">>; readonly duty: PublicHome["duty"] }

const Alarm = ({ warning, duty }: Data) => {
  const { link } = warning;
  // A known house goes straight to its own answers: the page that also opens from the link in the SMS.
  useEffect(() => { if (link) go(`/w/${link}`, true); }, [link]);
  return link ? null : <WarningScreen warning={warning} phone={duty?.phone || boot.helpPhone} details={at("alerts/warnings", warning.id)} identify={at("alerts/answers")} home={`${base()}?calm`} />;
};

export const page = definePage<Data>({ name: "core/alarm", view: ({ data }) => <Alarm {...data} /> });
