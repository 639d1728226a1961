import { RegionFacts } from "../../shared/contract/region-schema.ts";
import { facts as sample } from "./sample.ts";

/** The sample county as a plain village: English first, a head and a council, no Party post (`npm start -- --profile plain-village`). */
export const facts = RegionFacts.parse({
  ...sample,
  name: "sample-plain",
  profile: "plain-village",
  languages: ["en", "zh"],
  emergencyPhone: "112",
  policePhone: "112",
  authority: { ...sample.authority, weather: "County Weather Service" },
});
