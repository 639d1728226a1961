import type { MediaAudience } from "../../../shared/contract/media.ts";
import type { ProblemBody } from "../../../shared/contract/problem.ts";
import type { Sending } from "../form/drafts.ts";
import { memory } from "./database.ts";

/** A picture or a voice as the phone made it; its id stands in the text that it belongs to. */
export interface Taken {
  readonly id: string;
  readonly kind: "photo" | "voice";
  readonly blob: Blob;
  /** The small picture beside a large one. */
  readonly thumb?: Blob;
  /** Of a voice. */
  readonly seconds?: number;
}
/** One that follows its text. */
export interface QueuedMedia extends Taken { readonly audience: MediaAudience; sent: boolean }
/** One act kept on this phone until the server says yes. */
export interface QueuedAct {
  readonly key: string;
  readonly at: number;
  /** Who wrote it: another person on this phone never sends it. */
  readonly person: string;
  readonly feature: string;
  readonly route: string;
  readonly place: { readonly village?: string; readonly area?: string };
  readonly params?: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly ifMatch?: number;
  /** For whom it was written, where somebody acted for another. */
  readonly actingFor?: string;
  /** What the reader calls it. */
  readonly title: string;
  /** In elder mode: until when it may be taken back, before it is sent. */
  readonly until?: number;
  /** The page it was written on, to go back to when it has to be looked at again. */
  readonly from?: string;
  /** What the form held, where a form wrote it. */
  readonly draft?: Sending;
  state: "waiting" | "text-stands" | "refused";
  problem?: ProblemBody;
  /** Acts of before there were pictures have none. */
  media?: QueuedMedia[];
}

const { run } = memory({ database: "wecountry", store: "outbox", keyPath: "key", strict: true });

/** Keeps an act, its pictures and voices with it; resolves when all is on the disk. */
export const keep = (act: QueuedAct): Promise<unknown> => run("readwrite", (store) => store.put(act));
export const forget = (key: string): Promise<unknown> => run("readwrite", (store) => store.delete(key));
/** Everything kept, oldest first. */
export const kept = async (): Promise<QueuedAct[]> => (await run("readonly", (store) => store.getAll() as IDBRequest<QueuedAct[]>)).sort((a, b) => a.at - b.at);
