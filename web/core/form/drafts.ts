import { memory } from "../offline/database.ts";
import type { Taken } from "../offline/store.ts";

/** Words, pictures and voice that were not sent yet. */
export interface Draft {
  readonly id: string;
  /** Which form it belongs to, and in which village. */
  readonly form: string;
  /** Who wrote it: nobody else on this phone sees it. */
  readonly person: string;
  readonly at: number;
  readonly values: Readonly<Record<string, unknown>>;
  readonly media: readonly Taken[];
  /** The form's rules when it was written, in short: another form wants another look. */
  readonly rules: string;
  /** Of the thing that was being changed. */
  readonly version?: number;
}

const { run } = memory({ database: "wecountry-drafts", store: "drafts", keyPath: "id", made: (store) => { store.createIndex("form", ["form", "person"]); } });
export const keepDraft = (draft: Draft): Promise<unknown> => run("readwrite", (store) => store.put(draft));
export const dropDraft = (id: string): Promise<unknown> => run("readwrite", (store) => store.delete(id));
/** A person's drafts of one form, newest first. */
export const draftsOf = async (form: string, person: string): Promise<Draft[]> =>
  (await run("readonly", (store) => store.index("form").getAll([form, person]) as IDBRequest<Draft[]>)).sort((a, b) => b.at - a.at);

/** A few letters that differ when the text does. */
export const digest = (text: string): string => {
  let sum = 5381;
  for (let i = 0; i < text.length; i++) sum = (Math.imul(sum, 33) ^ text.charCodeAt(i)) >>> 0;
  return sum.toString(36);
};

/** Where the words stand that were typed last, so that they are there at the first paint after a reload; and which draft they are. */
const idKey = (form: string): string => `draft:${form}#`;
export const nowKey = (form: string): string => `draft:${form}`;
export const nowId = (form: string): string | null => localStorage.getItem(idKey(form));
export const setNow = (form: string, id: string, values: Readonly<Record<string, unknown>>): void => {
  try {
    localStorage.setItem(nowKey(form), JSON.stringify(values));
    localStorage.setItem(idKey(form), id);
  } catch { /* a full phone still sends */ }
};
export const clearNow = (form: string): void => {
  localStorage.removeItem(nowKey(form));
  localStorage.removeItem(idKey(form));
};

/** Which draft of a form was sent and may still stand on the phone: a page that is closed with the answer has no time to drop it. */
const sentKey = (form: string): string => `draft:${form}#sent`;
export const markSent = (form: string, id: string): void => {
  try { localStorage.setItem(sentKey(form), id); } catch { /* a full phone drops it in time, or shows it once more */ }
};
/** Drops what was sent, or what an earlier visit marked so, and then the mark. */
export const dropSent = async (form: string, id = localStorage.getItem(sentKey(form))): Promise<void> => {
  if (id === null) return;
  await dropDraft(id);
  localStorage.removeItem(sentKey(form));
};

/** What is being sent just now, for the outbox: a refusal that comes later leads back to it. Set by the form while its `send` runs. */
export type Sending = Pick<Draft, "form" | "values" | "rules" | "version">;
export const sending: { draft: Sending | null } = { draft: null };
