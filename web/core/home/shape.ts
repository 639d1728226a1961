import type { Spoken } from "../words.ts";

export type Colour = "blue" | "yellow" | "orange" | "red";
export interface HomeWarning {
  readonly id: string;
  readonly colour: Colour;
  /** "flash flood". */
  readonly hazard: Spoken;
  /** What to do, in about fourteen words. */
  readonly what: Spoken;
  readonly headline: Spoken;
  readonly until: string | null;
  readonly sent?: string;
  readonly from?: Spoken;
}
/** GET /open/affairs/village-home/villages/{village}/ : the same for everybody. */
export interface PublicHome {
  readonly village: { readonly id: string; readonly names: Spoken; readonly photo?: string };
  readonly warning: HomeWarning | null;
  readonly duty: { readonly name: string; readonly phone: string } | null;
  /** At most five, one of a kind; `where` is a path below the village: "cadres/diary/<id>". */
  readonly today: readonly { readonly kind: string; readonly id: string; readonly title: Spoken; readonly at: string; readonly where: string }[];
  /** At most six features. */
  readonly doors: readonly string[];
  readonly overdue: Spoken;
  readonly season?: Spoken;
  /** Features this village switched off. */
  readonly off?: readonly string[];
}
/** One thing that waits for the reader, answered in place or behind its link. */
export interface Waiting {
  readonly feature: string;
  readonly id: string;
  readonly text: Spoken;
  /** A path below the village. */
  readonly where?: string;
  readonly actions: readonly { readonly label: Spoken; readonly route: string; readonly body?: unknown; readonly params?: Readonly<Record<string, string>> }[];
}
/** GET /v1/affairs/village-home/villages/{village}/mine : what concerns the reader. */
export interface MyHome {
  readonly waiting: readonly Waiting[];
  readonly desk: readonly { readonly text: Spoken; readonly where: string; readonly overdue?: boolean }[];
  readonly people: readonly { readonly text: Spoken; readonly where?: string }[];
  /** The warning for my house: `link` is what stands behind /w/: "<village>/<code>". */
  readonly warning: (HomeWarning & { readonly household: string; readonly sleepers: number; readonly link: string }) | null;
}
