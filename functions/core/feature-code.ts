import type { EventSpec } from "../../shared/contract/event.ts";
import type { FeatureOptions } from "../../shared/contract/feature.ts";
import type { WordsFile } from "../../shared/contract/language.ts";
import type { RegionFacts } from "../../shared/contract/region.ts";
import type { Caller } from "./caller.ts";
import type { Change } from "./change.ts";
import type { Case, DeskLine } from "./lifecycle-code.ts";
import type { Kind } from "./rows.ts";

/** A feature's code, unchecked by generics: what the dispatcher walks over. */
export interface FeatureCode {
  readonly name: string;
  readonly contract: FeatureOptions;
  readonly words: WordsFile;
  readonly routes: Readonly<Record<string, (given: never) => unknown>>;
  readonly lifecycle?: { kind: Kind<Case>; sees: (row: never, caller: Caller) => boolean; view: (row: never, caller: Caller) => unknown; about?: (row: never, facts: RegionFacts) => DeskLine; moves: Readonly<Record<string, (given: never) => unknown>>; clocks: Readonly<Record<string, (row: never, settings: never) => Date | null>> };
  readonly on?: Readonly<Record<string, { spec: EventSpec; run: (given: never, event: never) => Promise<Change | null> }>>;
  readonly due?: Readonly<Record<string, { kind: Kind<never>; run: (given: never, row: never) => Promise<Change | null> }>>;
  readonly work?: Readonly<Record<string, (given: never) => Promise<void>>>;
}
