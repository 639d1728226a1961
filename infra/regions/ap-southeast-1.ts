import { region } from "./schema.ts";

/** A plain region on AWS Singapore: SNS sends one way, so people answer by link or call. */
export const file = region({
  facts: {
    name: "ap-southeast-1",
    profile: "plain-village",
    zone: "Asia/Singapore",
    languages: ["en", "zh"],
    currency: "SGD",
    areaCode: { village: 12, township: 9, county: 6 },
    phoneCountries: ["SG"],
    answers: ["link", "phone"],
    helpPhone: "+6560000000",
    emergencyPhone: "995",
    policePhone: "999",
    smsLinks: true,
    messaging: { adapter: "sns", partsPerSecond: 20, partPrice: 5, senderId: "WeCountry", codesPerDay: 2000 },
    authority: { weather: "Meteorological Service", mayOrder: ["county:duty-officer", "township:duty-officer"] },
    night: [22, 6],
    production: false,
  },
  partition: "aws",
  awsRegion: "ap-southeast-1",
  cdn: { variant: "cloudfront-oac" },
  logRetentionDays: 30,
  budgets: { monthlyUsd: 200, partsPerDay: 20_000, maxPricePerSms: 0.25 },
  largestCountyHouseholds: 4_000,
  limits: { requestsPerSecond: 500, burst: 1000, listenersAtOnce: 5 },
  sendersAtOnce: 2,
});
