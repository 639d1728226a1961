import { type Answered, listOf } from "./region-questions.ts";

const quoted = (text: string): string => JSON.stringify(text);
const listed = (answer: string | undefined): string => `[${listOf(answer ?? "").map(quoted).join(", ")}]`;

const cdnOf = (said: Answered): readonly string[] => said["aws-region"]!.startsWith("cn-")
  ? [`cdn: { variant: "cloudfront-oai-cname", domain: ${quoted(said["domain"]!)}, iamCertificateId: ${quoted(said["iam-certificate-id"]!)} },`]
  : [
    "// To decide: a name of your own. Add domain and certificateArn (ACM, us-east-1) together; until then the CDN's own name serves.",
    `cdn: { variant: "cloudfront-oac" },`,
  ];

const carrierOf = (said: Answered): readonly string[] => said["adapter"] === "aliyun"
  ? [
    "// To decide: the provider's template ids by our template key, once it has approved them. Without one that message cannot leave.",
    `aliyun: { endpoint: "https://dysmsapi.aliyuncs.com", signName: ${quoted(said["sign-name"]!)}, templates: {} },`,
  ] : [];

/**
 * A region's file as text. What only the operator can decide stands as a comment above its line.
 * @param schema where schema.ts lies, seen from the file
 */
export const regionText = (said: Answered, schema: string): string => {
  const [village, township, county] = listOf(said["area-code"]!);
  const usd = [`monthlyUsd: ${Number(said["monthly-usd"])}`, `partsPerDay: ${Number(said["parts-per-day"])}`, ...(said["max-price"] ? [`maxPricePerSms: ${Number(said["max-price"])}`] : [])];
  const lines: readonly string[] = [
    `import { region } from ${quoted(schema)};`, "",
    `/** ${said["name"]}: ${said["country"]}, messages by ${said["adapter"]}, answers by ${listOf(said["answers"]!).join(", ")}. Judge it: npm run region:check -- ${said["name"]} */`,
    "export const file = region({",
    "  facts: {",
    ...[
      `name: ${quoted(said["name"]!)},`,
      `profile: ${quoted(said["profile"]!)},`,
      `zone: ${quoted(said["zone"]!)},`,
      `languages: ${listed(said["languages"])},`,
      `currency: ${quoted(said["currency"]!)},`,
      "// How many characters of a village's code name the village, its township, its county. It cannot be changed once a village is open.",
      `areaCode: { village: ${village}, township: ${township}, county: ${county} },`,
      `phoneCountries: ${listed(said["phone-countries"])},`,
      `answers: ${listed(said["answers"])},`,
      "// To decide: a number that somebody answers day and night while a warning runs. It stands in every warning.",
      `helpPhone: ${quoted(said["help-phone"]!)},`,
      `emergencyPhone: ${quoted(said["emergency-phone"]!)},`,
      `policePhone: ${quoted(said["police-phone"]!)},`,
      `smsLinks: ${said["sms-links"] === "yes"},`,
      "// The rate is the one in the carrier's contract; partPrice is in the currency's smallest unit.",
      `messaging: { adapter: ${quoted(said["adapter"]!)}, partsPerSecond: ${Number(said["parts-per-second"])}, partPrice: ${Number(said["part-price"])}, ${said["sender-id"] ? `senderId: ${quoted(said["sender-id"])}, ` : ""}codesPerDay: 2000 },`,
      "// To decide with the county, in writing: whose warnings are relayed, and who may order people out of their houses.",
      `authority: { weather: ${quoted(said["weather"]!)}, mayOrder: ${listed(said["may-order"])} },`,
      "// Hours in which only red makes a sound, and red starts loudspeaker and door list at once.",
      "night: [22, 6],",
      "// To decide last: true makes warnings real. Until then every warning's status is Test. region:check says what is missing.",
      "production: false,",
    ].map((line) => `    ${line}`),
    "  },",
    ...[
      `partition: ${quoted(said["aws-region"]!.startsWith("cn-") ? "aws-cn" : "aws")},`,
      `awsRegion: ${quoted(said["aws-region"]!)},`,
      ...cdnOf(said),
      `logRetentionDays: ${said["country"] === "CN" ? 180 : 30},`,
      ...(said["alarm-email"] ? [`alarmEmail: ${quoted(said["alarm-email"])},`] : ["// To decide: alarmEmail, a mailbox that somebody reads at night. Without it alarms ring where nobody hears."]),
      `budgets: { ${usd.join(", ")} },`,
      "// What a warning to everybody costs is judged by this number until the table knows better.",
      `largestCountyHouseholds: ${Number(said["households"])},`,
      "limits: { requestsPerSecond: 500, burst: 1000, listenersAtOnce: 5 },",
      "// Senders at once per lane; each paces itself at the carrier's rate divided by this.",
      "sendersAtOnce: 2,",
      ...carrierOf(said),
    ].map((line) => `  ${line}`),
    "});", "",
  ];
  return lines.join("\n");
};
