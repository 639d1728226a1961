import { RegionFacts } from "../../shared/contract/region-schema.ts";

/** The region `npm start` runs: a Chinese village whose phones are the phones page, so that every way of answering works. */
export const facts = RegionFacts.parse({
  name: "sample",
  profile: "cn-village",
  zone: "Asia/Shanghai",
  languages: ["zh", "en"],
  currency: "CNY",
  areaCode: { village: 12, township: 9, county: 6 },
  phoneCountries: ["CN"],
  answers: ["sms", "link", "phone"],
  helpPhone: "0737-1234567",
  emergencyPhone: "119",
  policePhone: "110",
  smsLinks: true,
  messaging: { adapter: "phones", partsPerSecond: 500, partPrice: 5, codesPerDay: 2000 },
  authority: { weather: "县气象台", mayOrder: ["county:duty-officer", "township:duty-officer", "office:secretary"] },
  night: [22, 6],
  production: false,
});
