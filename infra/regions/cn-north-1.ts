import { region } from "./schema.ts";

/**
 * A Chinese region on AWS Beijing. Messages leave through Aliyun's approved templates; replies do not come back, so people call.
 * The domain, its ICP record, the certificate and the template ids belong to whoever operates it: `region:check` names what is missing.
 */
export const file = region({
  facts: {
    name: "cn-north-1",
    profile: "cn-village",
    zone: "Asia/Shanghai",
    languages: ["zh", "en"],
    currency: "CNY",
    areaCode: { village: 12, township: 9, county: 6 },
    phoneCountries: ["CN"],
    answers: ["phone"],
    helpPhone: "0737-1234567",
    emergencyPhone: "119",
    policePhone: "110",
    smsLinks: false,
    messaging: { adapter: "aliyun", partsPerSecond: 100, partPrice: 5, codesPerDay: 5000 },
    authority: { weather: "县气象台", mayOrder: ["county:duty-officer", "township:duty-officer", "office:secretary"] },
    night: [22, 6],
    production: false,
  },
  partition: "aws-cn",
  awsRegion: "cn-north-1",
  cdn: { variant: "cloudfront-oai-cname", domain: "weicun.example.cn", iamCertificateId: "ASCAEXAMPLE" },
  logRetentionDays: 180,
  budgets: { monthlyUsd: 200, partsPerDay: 250_000 },
  largestCountyHouseholds: 60_000,
  limits: { requestsPerSecond: 500, burst: 1000, listenersAtOnce: 5 },
  sendersAtOnce: 2,
  aliyun: { endpoint: "https://dysmsapi.aliyuncs.com", signName: "为村", templates: {} },
});
