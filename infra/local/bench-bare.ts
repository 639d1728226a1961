import { DeleteMessageBatchCommand, ReceiveMessageCommand, SendMessageBatchCommand, SendMessageCommand, DeleteMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import { BatchGetCommand, GetCommand, PutCommand, QueryCommand, TransactWriteCommand, type DynamoDBDocumentClient, type TransactWriteCommandInput } from "@aws-sdk/lib-dynamodb";
import { COUNTY } from "./alert-load.ts";

type Items = NonNullable<TransactWriteCommandInput["TransactItems"]>;
type Row = Record<string, unknown> & { pk: string; sk: string };

export interface Bare { readonly dynamo: DynamoDBDocumentClient; readonly sqs: SQSClient; readonly base: string; readonly table: string; readonly phones: string; readonly origin: string }

const PLAN_PAGE = 94;
const HOUSES_PAGE = 50;

/**
 * The SDK calls that telling these villages needs, and nothing else: no schema, no clock, no pace, no pause, no rules. Planning and sending run
 * beside each other, as in the feature.
 * - once: the event's row, its queue messages, its seal
 * - a page of a plan: receive, guard and village (BatchGet), warning, households (Query), contacts (BatchGet), one transaction, tasks posted, delete
 * - ten messages: receive, village, ten rows (BatchGet), then for each the carrier's POST and one transaction (record this, claim the next), delete
 */
export const tellBare = async (bare: Bare, warning: string, villages: readonly string[]): Promise<void> => {
  const event = { pk: `A#${COUNTY}`, sk: `EVENT#bare-${warning}`, name: "issued", data: { warning }, villages };
  await bare.dynamo.send(new PutCommand({ TableName: bare.table, Item: event }));
  await postAll(bare, "bare-plan", villages.map((village) => ({ village })));
  await bare.dynamo.send(new TransactWriteCommand({ TransactItems: [{ Put: { TableName: bare.table, Item: { pk: event.pk, sk: `SEAL#${warning}` } } }, { Put: { TableName: bare.table, Item: { pk: event.pk, sk: `SEALHEAD#${warning}` } } }] }));
  let planning = true;
  const plan = (async () => {
    for (;;) {
      const messages = await take(bare, "bare-plan", async ({ village }) => planBare(bare, warning, String(village)));
      if (messages === 0) break;
    }
    planning = false;
  })();
  const send = (async () => {
    while ((await take(bare, "bare-send", async (job) => sendBare(bare, warning, String(job["village"]), job["households"] as string[]))) > 0 || planning);
  })();
  await Promise.all([plan, send]);
};

const postAll = async (bare: Bare, queue: string, bodies: readonly Record<string, unknown>[]): Promise<void> => {
  for (let i = 0; i < bodies.length; i += 10) await bare.sqs.send(new SendMessageBatchCommand({ QueueUrl: `${bare.base}${queue}`, Entries: bodies.slice(i, i + 10).map((body, n) => ({ Id: String(n), MessageBody: JSON.stringify(body) })) }));
};
const take = async (bare: Bare, queue: string, run: (body: Record<string, unknown>) => Promise<void>): Promise<number> => {
  const QueueUrl = `${bare.base}${queue}`;
  const { Messages = [] } = await bare.sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 }));
  for (const message of Messages) await run(JSON.parse(message.Body!) as Record<string, unknown>);
  if (Messages.length > 0) await bare.sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries: Messages.map((message, i) => ({ Id: String(i), ReceiptHandle: message.ReceiptHandle! })) }));
  return Messages.length;
};

const read = async (bare: Bare, keys: readonly { pk: string; sk: string }[]): Promise<Row[]> =>
  ((await bare.dynamo.send(new BatchGetCommand({ RequestItems: { [bare.table]: { Keys: [...keys], ConsistentRead: true } } }))).Responses?.[bare.table] ?? []) as Row[];

const planBare = async (bare: Bare, warning: string, village: string): Promise<void> => {
  const pk = `V#${village}`;
  let start: Record<string, unknown> | undefined;
  let page = 0;
  do {
    const houses: Row[] = [];
    await read(bare, [{ pk, sk: `HEARD#bare#${warning}#${page}` }, { pk, sk: "VILLAGE#" }]);
    await bare.dynamo.send(new GetCommand({ TableName: bare.table, Key: { pk: `A#${COUNTY}`, sk: `WARN#${warning}` }, ConsistentRead: true }));
    while (houses.length + HOUSES_PAGE <= PLAN_PAGE) {
      const out = await bare.dynamo.send(new QueryCommand({ TableName: bare.table, ConsistentRead: true, KeyConditionExpression: "pk = :p AND begins_with(sk, :s)", ExpressionAttributeValues: { ":p": pk, ":s": "HH#" }, Limit: HOUSES_PAGE, ExclusiveStartKey: start }));
      houses.push(...((out.Items ?? []) as Row[]));
      start = out.LastEvaluatedKey;
      if (!start) break;
    }
    if (houses.length === 0) break;
    const books = await read(bare, houses.map((house) => ({ pk, sk: `CONTACT#${String(house["id"])}` })));
    const rows = books.map((book) => rowOf(pk, warning, String(book["household"]), String((book["entries"] as { phone: string }[])[0]!.phone)));
    const writes: Items = [
      { Put: { TableName: bare.table, Item: { pk, sk: `HEARD#bare#${warning}#${page}` }, ConditionExpression: "attribute_not_exists(pk)" } },
      ...rows.map((Item) => ({ Put: { TableName: bare.table, Item, ConditionExpression: "attribute_not_exists(pk)" } })),
      tallyOf(bare, warning, village, "planned", rows.length),
    ];
    await bare.dynamo.send(new TransactWriteCommand({ TransactItems: writes }));
    const ids = rows.map((row) => String(row["household"]));
    await postAll(bare, "bare-send", Array.from({ length: Math.ceil(ids.length / 10) }, (_, i) => ({ village, households: ids.slice(i * 10, i * 10 + 10) })));
    page += 1;
    if (start) await nextPage(bare);
  } while (start);
};
/** The next page of a plan is a message of its own. */
const nextPage = async (bare: Bare): Promise<void> => {
  const QueueUrl = `${bare.base}bare-next`;
  await bare.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "{}" }));
  const { Messages = [] } = await bare.sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 1 }));
  for (const message of Messages) await bare.sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message.ReceiptHandle! }));
};

const rowOf = (pk: string, warning: string, household: string, phone: string): Row => {
  const again = new Date(Date.now() + 120_000).toISOString();
  return { pk, sk: `SEND#${warning}#${household}#sms-alert`, v: 1, version: 1, warning, household, channel: "sms", step: "alert", no: "1", phones: [phone], next: 0, language: "zh", lane: "urgent", state: "queued", why: null, parts: 1, attempts: [], extra: 0, again, gd: `D#${String(household.charCodeAt(25) % 16).padStart(2, "0")}`, gds: `${again}#again` };
};
const tallyOf = (bare: Bare, warning: string, village: string, name: string, by: number): Items[number] =>
  ({ Update: { TableName: bare.table, Key: { pk: `A#${COUNTY}`, sk: `TALLY#${warning}#${village}` }, UpdateExpression: "ADD #n :n", ExpressionAttributeNames: { "#n": name }, ExpressionAttributeValues: { ":n": by } } });

const sendBare = async (bare: Bare, warning: string, village: string, households: readonly string[]): Promise<void> => {
  const pk = `V#${village}`;
  await bare.dynamo.send(new GetCommand({ TableName: bare.table, Key: { pk, sk: "VILLAGE#" }, ConsistentRead: true }));
  const rows = await read(bare, households.map((household) => ({ pk, sk: `SEND#${warning}#${household}#sms-alert` })));
  const saved = (row: Row, version: number): Items[number] => ({ Put: { TableName: bare.table, Item: { ...row, version: version + 1 }, ConditionExpression: "version = :seen", ExpressionAttributeValues: { ":seen": version } } });
  const claimed = (row: Row): Items[number] => saved({ ...row, state: "claimed", again: new Date(Date.now() + 60_000).toISOString() }, 1);
  if (rows[0]) await bare.dynamo.send(new PutCommand((claimed(rows[0]) as { Put: ConstructorParameters<typeof PutCommand>[0] }).Put));
  for (const [i, row] of rows.entries()) {
    const text = `红色山洪：白水村全体马上去村小学。县气象台21:05发布。 ${bare.origin}/w/${village}/aaaaaaaaaa`;
    const answer = await fetch(`${bare.phones}/send`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ to: (row["phones"] as string[])[0], text, purpose: "warning", context: `${village}|bare|${String(row["household"])}` }) });
    const { id } = (await answer.json()) as { id: string };
    const { gd: _gd, gds: _gds, ...rest } = row;
    const record = saved({ ...rest, state: "sent", again: null, attempts: [{ at: new Date().toISOString(), outcome: "sent", phone: 0, message: id }] } as Row, 2);
    const next = rows[i + 1];
    await bare.dynamo.send(new TransactWriteCommand({ TransactItems: [record, next ? claimed(next) : tallyOf(bare, warning, village, "sent", rows.length)] }));
  }
};
