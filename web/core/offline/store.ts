import type { ProblemBody } from "../../../shared/contract/problem.ts";

/** A picture or a voice that follows its text. */
export interface QueuedBlob {
  readonly key: string;
  readonly blob: Blob;
  /** The route that takes the uploaded thing: its body gets `{ media }`. */
  readonly feature: string;
  readonly route: string;
  sent: boolean;
}
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
  /** What the reader calls it. */
  readonly title: string;
  state: "waiting" | "text-stands" | "refused";
  /** What the server answered to the text: its id is needed by the pictures. */
  answer?: unknown;
  problem?: ProblemBody;
  blobs: QueuedBlob[];
}

const open = (): Promise<IDBDatabase> => new Promise((resolve, reject) => {
  const asked = indexedDB.open("wecountry", 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore("outbox", { keyPath: "key" });
  asked.onsuccess = () => resolve(asked.result);
  asked.onerror = () => reject(asked.error ?? new Error("no database"));
});
const run = async <T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
  const base = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const turn = base.transaction("outbox", mode, { durability: "strict" });
      const request = act(turn.objectStore("outbox"));
      turn.oncomplete = () => resolve(request.result);
      turn.onabort = turn.onerror = () => reject(turn.error ?? new Error("not kept"));
    });
  } finally {
    base.close();
  }
};

/** Keeps an act; resolves when it is on the disk. */
export const keep = (act: QueuedAct): Promise<unknown> => run("readwrite", (store) => store.put(act));
export const forget = (key: string): Promise<unknown> => run("readwrite", (store) => store.delete(key));
/** Everything kept, oldest first. */
export const kept = async (): Promise<QueuedAct[]> => (await run("readonly", (store) => store.getAll() as IDBRequest<QueuedAct[]>)).sort((a, b) => a.at - b.at);
