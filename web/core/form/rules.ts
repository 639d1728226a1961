/** The part of a JSON schema that the phone checks; the server stays the judge. */
export interface Rule {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Rule>>;
  readonly required?: readonly string[];
  readonly enum?: readonly unknown[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly items?: Rule;
  readonly minItems?: number;
  readonly maxItems?: number;
}
const known: Record<string, Readonly<Record<string, Rule>>> = {};
/** Keeps the form rules a page's file brought along, by feature and route. */
export const addRules = (table: Readonly<Record<string, Readonly<Record<string, Rule>>>>): void => { Object.assign(known, table); };
export const rulesOf = (feature: string, route: string): Rule => known[feature]?.[route] ?? {};
