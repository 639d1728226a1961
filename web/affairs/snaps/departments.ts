import type { Choice } from "../../core/parts/picker.tsx";
import { t } from "../../core/words.ts";

const CODES = ["water", "roads", "power", "agriculture", "health", "civil-affairs", "education", "forestry", "land", "environment"];
/** What the county's department is called here: the words of the profile, filled in the build. */
export const departmentName = (code: string): string => t(`dept.${code}`);
/** The departments this kind of county has. */
export const departments = (): Choice[] => CODES.map((value) => ({ value, label: departmentName(value) })).filter(({ value, label }) => label !== `dept.${value}`);
