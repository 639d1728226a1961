import type { Place } from "../../shared/contract/place.ts";
import type { Language, Words, WordsFile } from "../../shared/contract/language.ts";
import { icons } from "../../web/core/icons.ts";
import { featureWords } from "./web-words.ts";

/** What web/registry.ts says of one feature. */
export interface FeatureData {
  readonly page: boolean;
  readonly place: readonly Place[];
  readonly routes: Readonly<Record<string, { readonly method: string; readonly path: string; readonly at: string; readonly open?: boolean; readonly body?: unknown }>>;
}
export type Features = Readonly<Record<string, FeatureData>>;

/** The routes of some features without their form rules. */
export const routesFor = (features: Features, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, Object.fromEntries(Object.entries(features[name]?.routes ?? {}).map(([route, { method, path, at, open }]) => [route, { method, path, at, open }]))]));
/** The form rules of one feature. */
export const rulesFor = (features: Features, name: string) =>
  ({ [name]: Object.fromEntries(Object.entries(features[name]?.routes ?? {}).filter(([, { body }]) => body).map(([route, { body }]) => [route, body])) });

const iconOf = ({ icon }: Pick<Place, "icon">): string => (icon && icon in icons ? icon : "flag");
/** What places name that the frame does not know: an icon nobody drew, a shelf without a word. */
export const unknownIn = (features: Features, frame: Words): string[] => Object.entries(features).flatMap(([feature, { place }]) => place.flatMap(({ icon, tab, shelf }) => [
  ...(icon && !(icon in icons) ? [`${feature}: no icon "${icon}" in web/core/icons.ts`] : []),
  ...(tab !== "home" && !frame[`shelf.${shelf}`] ? [`${feature}: no word "shelf.${shelf}" in web/core/words.json`] : []),
]));
/** Every place that has a page, in one language. */
export const placesIn = (features: Features, language: Language, read: (feature: string) => WordsFile = featureWords) => Object.entries(features).filter(([, { page }]) => page).flatMap(([feature, { place }]) => {
  const words = read(feature)[language];
  return place.map(({ tab, shelf, order, only, door, ...rest }) => ({ feature, tab, shelf, order, icon: iconOf(rest), label: words["place.label"] ?? feature, search: words["place.search"] ?? "", ...(only ? { only } : {}), ...(door ? { door } : {}) }));
});
