import { wordsIn, type ProfileName } from "../../shared/contract/profile.ts";

/** The sample's villages: codes as in China's statistical code; names, people and numbers are invented. */
export const COUNTY = { id: "431228", names: { zh: "清河县", en: "Qinghe County" } } as const;
export const TOWNSHIP = { id: "431228103", names: { zh: "河口乡", en: "Hekou Township" } } as const;
export const QINGSHAN = "431228103205";
export const HEBIAN = "431228103206";

export interface SamplePerson {
  readonly number: string;
  readonly name: string;
  /** What they are in the sample, as people would say it. */
  readonly role: { readonly zh: string; readonly en: string };
}
const phone = (figures: string): string => `+86${figures}`;
const person = (figures: string, name: string, zh: string, en: string): SamplePerson => ({ number: phone(figures), name, role: { zh, en } });

/** Who is worth signing in as, or looking over the shoulder of; the first two are shown first. */
export const PEOPLE = [
  person("13800001007", "张海燕", "村民,一家四口,住河边7号", "villager, family of four, 7 by the river"),
  person("13800001008", "王德明", "邻居:也替9号没手机的周福生接短信", "neighbour, also gets messages for Zhou Fusheng at 9, who has no phone"),
  person("13800001021", "王建国", "青山村{office.secretary}", "{office.secretary} of Qingshan"),
  person("13800009001", "林晓峰", "县值班员甲:起草预警", "county duty officer A: drafts a warning"),
  person("13800009002", "周敏", "县值班员乙:批准", "county duty officer B: approves it"),
  person("13800001004", "吴晓燕", "青山村{office.grid-worker}", "{office.grid-worker} of Qingshan"),
  person("13800001002", "刘水生", "青山村1组组长", "leader of group 1"),
  person("13800002001", "李强", "河边村{office.secretary}", "{office.secretary} of Hebian"),
  person("13800002011", "刘菊芳", "河边村村民,住11号", "villager of Hebian, house 11"),
  person("13800009003", "高文", "县应急局长", "county director"),
  person("13800009004", "彭亮", "河口乡值班员", "township duty officer"),
  person("13800009009", "唐宁", "平台运营", "operator of the platform"),
] as const satisfies readonly SamplePerson[];

/** What somebody is, as this kind of village calls it. */
export const roleOf = ({ role }: SamplePerson, profile: ProfileName): SamplePerson["role"] => {
  const said = wordsIn(profile, { zh: { role: role.zh }, en: { role: role.en } });
  return { zh: said.zh["role"] ?? "", en: said.en["role"] ?? "" };
};
/** What `npm start` prints as the sign-ins to try: number by what it shows. */
export const named = (name: (typeof PEOPLE)[number]["name"]): SamplePerson => PEOPLE.find((each) => each.name === name)!;
