/** One resource that a deployment would touch, as the CDK's own comparison says it. */
export interface Difference {
  readonly stack: string;
  readonly does: "add" | "change" | "remove";
  /** "AWS::SQS::Queue" */
  readonly type: string;
  readonly name: string;
  /** What becomes of the thing that is there: gone, made anew under another id, or left without an owner. */
  readonly fate: "destroyed" | "replaced" | "perhaps replaced" | "left behind" | null;
}
export interface Comparison { readonly differences: readonly Difference[]; readonly permissions: boolean }

const FATES: Readonly<Record<string, Difference["fate"]>> = { destroy: "destroyed", replace: "replaced", "may be replaced": "perhaps replaced", orphan: "left behind" };
const DOES = { "+": "add", "~": "change", "-": "remove" } as const;
const LINE = /^\[([+~-])\] (AWS::\S+|Custom::\S+) (.+?)(?: (destroy|replace|may be replaced|orphan|import))?$/;

/** Reads what `cdk diff --no-color` printed. Lines of properties, outputs and tables are left out. */
export const readDiff = (text: string): Comparison => {
  let stack = "";
  const differences: Difference[] = [];
  for (const line of text.split("\n").map((each) => each.trimEnd())) {
    const [, named] = /^Stack (\S+)/.exec(line) ?? [];
    if (named) stack = named;
    const [, sign, type, rest, fate] = LINE.exec(line) ?? [];
    if (sign && type && rest) differences.push({ stack, does: DOES[sign as keyof typeof DOES], type, name: rest.split(" ")[0]!, fate: FATES[fate ?? ""] ?? null });
  }
  return { differences, permissions: /^(IAM Statement|IAM Policy|Resource Policy) Changes/m.test(text) };
};

/** What holds people's words, pictures, numbers or the means to read them: losing one cannot be undone by deploying again. */
const HOLDS = /^AWS::(DynamoDB::(Global)?Table|S3::Bucket|KMS::Key|SecretsManager::Secret)$/;
/** The differences after which something people wrote would be gone or out of reach. */
export const losses = (differences: readonly Difference[]): readonly Difference[] => differences.filter(({ type, fate }) => HOLDS.test(type) && fate !== null);

const WORDS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  "AWS::Lambda::Function": ["function", "functions"], "AWS::SQS::Queue": ["queue", "queues"], "AWS::DynamoDB::GlobalTable": ["table", "tables"], "AWS::DynamoDB::Table": ["table", "tables"],
  "AWS::S3::Bucket": ["bucket", "buckets"], "AWS::KMS::Key": ["key", "keys"], "AWS::SecretsManager::Secret": ["secret", "secrets"], "AWS::IAM::Role": ["role", "roles"],
  "AWS::ApiGatewayV2::Route": ["route", "routes"], "AWS::CloudWatch::Alarm": ["alarm", "alarms"], "AWS::CloudFront::Distribution": ["CDN", "CDNs"], "AWS::Logs::LogGroup": ["log", "logs"],
  "AWS::SNS::Topic": ["topic", "topics"],
};
const counted = (differences: readonly Difference[]): string => {
  const kinds = Map.groupBy(differences, ({ type }) => (WORDS[type] ? type : "other"));
  return [...kinds].map(([type, each]) => {
    const [one, many] = WORDS[type] ?? ["other part", "other parts"];
    return `${each.length} ${each.length === 1 ? one : many}`;
  }).join(", ");
};
const FATE_WORDS = { destroyed: "would be destroyed with all it holds", replaced: "would be replaced by an empty one", "perhaps replaced": "might be replaced by an empty one", "left behind": "would be left behind: it stays in the account, and the region no longer uses it" } as const;
const oneOf = ({ type, name, fate, stack }: Difference): string => `${WORDS[type]?.[0] ?? type} ${name} of ${stack} ${FATE_WORDS[fate!]}`;

/** The comparison in plain words, a line each. */
export const inWords = ({ differences, permissions }: Comparison): string[] => {
  if (differences.length === 0) return ["The stacks stay as they are; only the page is published."];
  const does = (what: Difference["does"], fate = false): readonly Difference[] => differences.filter((each) => each.does === what && (fate || each.fate === null || each.fate === "perhaps replaced"));
  const lost = losses(differences);
  const ended = differences.filter((each) => each.fate !== null && !lost.includes(each));
  return [
    ...(does("add").length > 0 ? [`New: ${counted(does("add"))}.`] : []),
    ...(does("change").length > 0 ? [`Changed: ${counted(does("change"))}.`] : []),
    ...(ended.length > 0 ? [`Taken away or made anew, holding nothing of anybody's: ${counted(ended)}.`] : []),
    ...lost.map((each) => `✗ The ${oneOf(each)}.`),
    ...(permissions ? ["Permissions change; the full comparison above names each."] : []),
  ];
};
