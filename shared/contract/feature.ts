import type { EventSpec } from "./event.ts";
import type { LifecycleOptions } from "./lifecycle.ts";
import type { Place } from "./place.ts";
import type { NoExtra, Route } from "./routes.ts";
import type { DurationText, Setting } from "./settings.ts";

/** What a feature's role may do beyond its own table rows. */
export type Need =
  | "messaging" // publish messages
  | "phones" // make the keyed hash of a phone number, and the codes of links
  | "signing" // hold the session signing key: sign-in alone
  | "push" // hold the key that names the region to push services: platform/messages alone
  | "setup" // know the code with which a region is begun: platform/villages alone
  | "cap-identity" // the sender address of outgoing CAP
  | "media" // sign uploads, read and keep what arrived: platform/media alone
  | "papers"; // keep files of its own beside the pictures, and remove pictures of people who are erased: platform/exports alone

/** A kind of work done outside a transaction (a message is sent), off a queue of its own. */
export interface WorkSpec {
  /** Separate queues, most urgent first. */
  readonly lanes: readonly string[];
  /** Nobody is woken because something waits here: a digest, a notice. */
  readonly patient?: true;
}

export interface FeatureOptions {
  /** The ids in the list of functions that this feature carries. */
  readonly functions: readonly string[];
  /** One sentence to people: what its failure means. The alarm says it. */
  readonly ifItFails: string;
  /** The sort-key prefixes it owns, one or several; a test keeps them unique. */
  readonly prefix: string | readonly string[];
  readonly place?: Place | readonly Place[];
  readonly lifecycle?: LifecycleOptions;
  readonly routes: Readonly<Record<string, Route>>;
  readonly emits?: Readonly<Record<string, EventSpec>>;
  /** Full names of the events it listens to: "<section>/<feature>/<event>"; "carrier/received" and "carrier/receipt" come from the message carrier. */
  readonly on?: readonly string[];
  /** Due times outside the lifecycle, by name. */
  readonly clocks?: readonly string[];
  readonly work?: Readonly<Record<string, WorkSpec>>;
  readonly settings?: Readonly<Record<string, Setting>>;
  readonly needs?: readonly Need[];
  /** Features whose reads.ts it may import. */
  readonly reads?: readonly string[];
  /** How long rows are kept, by prefix, where it is not as long as the village is here (or until its people ask to be erased): the public page says so. */
  readonly keeps?: Readonly<Record<string, DurationText>>;
  /** Routes and moves that a proxy may use for another person. */
  readonly byProxy?: readonly string[];
  /** Routes that another system may ask with a key of the village (platform/open-interfaces): what they tell names nobody. */
  readonly byKey?: readonly string[];
}

/**
 * One feature's contract: data and schemas, no behaviour. Dispatcher, client types, form rules, OpenAPI, Lambda, permissions, alarm,
 * navigation and the authorisation tests are read from it.
 */
export const feature = <const F extends FeatureOptions>(options: F & NoExtra<F, FeatureOptions>): F => options;
