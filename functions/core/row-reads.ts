import { BatchGetCommand, GetCommand } from "@aws-sdk/lib-dynamodb";
import { dynamo } from "./clients.ts";
import { environment } from "./environment.ts";

export interface Key { readonly pk: string; readonly sk: string }
export type Item = Record<string, unknown> & Key;

/** DynamoDB reads at most so many keys at once. */
const MOST = 100;
const ROUNDS = 5;
const PAUSE = 25;

/**
 * Reads up to 100 keys in one consistent BatchGet, asking again for what the engine left out.
 * @throws Error when some are left out again and again: a row that could not be read must not pass for one that is not there
 */
export const batchGet = async (keys: readonly Key[]): Promise<Item[]> => {
  const table = environment().table;
  const found: Item[] = [];
  let rest: Record<string, unknown>[] = keys.map((key) => ({ ...key }));
  for (let round = 0; rest.length > 0; round++) {
    if (round === ROUNDS) throw new Error(`${rest.length} of ${keys.length} rows could not be read`);
    if (round > 0) await new Promise((resolve) => { setTimeout(resolve, PAUSE * 2 ** round); });
    const out = await dynamo().send(new BatchGetCommand({ RequestItems: { [table]: { Keys: rest, ConsistentRead: true } } }));
    found.push(...((out.Responses?.[table] ?? []) as Item[]));
    rest = out.UnprocessedKeys?.[table]?.Keys ?? [];
  }
  return found;
};

const getOne = async (Key: Key): Promise<Item | undefined> =>
  (await dynamo().send(new GetCommand({ TableName: environment().table, ConsistentRead: true, Key: { ...Key } }))).Item as Item | undefined;

interface Asked { readonly key: Key; answer(item: Item | undefined): void; fail(error: unknown): void }
const nameOf = ({ pk, sk }: Key): string => `${pk}|${sk}`;
let asked: Asked[] = [];

const readTogether = async (): Promise<void> => {
  const all = asked;
  asked = [];
  const keys = [...new Map(all.map(({ key }) => [nameOf(key), key])).values()];
  for (let i = 0; i < keys.length; i += MOST) {
    const some = keys.slice(i, i + MOST);
    const names = new Set(some.map(nameOf));
    const mine = all.filter(({ key }) => names.has(nameOf(key)));
    await (some.length === 1 ? getOne(some[0]!).then((item) => (item ? [item] : [])) : batchGet(some)).then((items) => {
      const found = new Map(items.map((item) => [nameOf(item), item]));
      for (const { key, answer } of mine) answer(found.get(nameOf(key)));
    }, (error: unknown) => { for (const { fail } of mine) fail(error); });
  }
};

/** One row, consistently. Rows asked for in one breath (`Promise.all`) are read in one call: a call costs more than the rows it brings. */
export const getRow = (key: Key): Promise<Item | undefined> => new Promise((answer, fail) => {
  if (asked.push({ key, answer, fail }) === 1) queueMicrotask(() => { void readTogether(); });
});
