/** One store of this phone's memory. Each act opens and closes its database: a page that is frozen in the background must not hold it. */
export interface Memory { run<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> }
interface Wish { readonly database: string; readonly store: string; readonly keyPath: string; readonly made?: (store: IDBObjectStore) => void; readonly strict?: true }

/**
 * A store in a database of its own, made when first opened.
 * @param wish `made`: what a new store gets besides its key; `strict`: kept only once it is on the disk
 * @throws (from `run`) when the phone is full or refuses a database
 */
export const memory = ({ database, store, keyPath, made, strict }: Wish): Memory => {
  const open = (): Promise<IDBDatabase> => new Promise((resolve, reject) => {
    const asked = indexedDB.open(database, 1);
    asked.onupgradeneeded = () => { const fresh = asked.result.createObjectStore(store, { keyPath }); made?.(fresh); };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error("no database"));
  });
  return {
    run: async <T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
      const base = await open();
      try {
        return await new Promise<T>((resolve, reject) => {
          const turn = base.transaction(store, mode, strict ? { durability: "strict" } : {});
          const request = act(turn.objectStore(store));
          turn.oncomplete = () => resolve(request.result);
          turn.onabort = turn.onerror = () => reject(turn.error ?? new Error("not kept"));
        });
      } finally {
        base.close();
      }
    },
  };
};
