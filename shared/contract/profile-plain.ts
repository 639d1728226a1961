import type { Profile } from "./profile.ts";

/** A village anywhere: a head and a council, no Party, no law of one country, land in hectares. */
export const PLAIN_VILLAGE: Profile = {
  first: "en",
  village: {
    secretary: { zh: "村长", en: "village head" },
    committee: { zh: "村理事", en: "council member" },
    accountant: { zh: "会计", en: "accountant" },
    supervisor: { zh: "监督员", en: "supervisor" },
    "duty-officer": { zh: "值班人", en: "person on duty" },
    "grid-worker": { zh: "片区联系人", en: "neighbourhood contact" },
    "group-leader": { zh: "组长", en: "group leader" },
    "health-worker": { zh: "卫生员", en: "health worker" },
    translator: { zh: "翻译员", en: "translator" },
  },
  called: { secretary: ["mayor", "headman", "village chief"], committee: ["councillor", "village council", "村理事会"], supervisor: ["监督员"] },
  township: { director: { zh: "乡镇负责人", en: "township director" }, "duty-officer": { zh: "乡镇值班员", en: "township duty officer" }, supervisor: { zh: "乡镇监督", en: "township supervisor" }, police: { zh: "辖区民警", en: "police officer" } },
  county: {
    director: { zh: "县负责人", en: "county director" }, "duty-officer": { zh: "县值班员", en: "county duty officer" },
    weather: { zh: "气象台", en: "weather service" }, supervisor: { zh: "县监督", en: "county supervisor" },
  },
  departments: {
    water: { zh: "水务部门", en: "water department" }, agriculture: { zh: "农业部门", en: "agriculture department" }, roads: { zh: "道路部门", en: "roads department" },
    power: { zh: "供电部门", en: "power company" }, health: { zh: "卫生部门", en: "health department" }, "civil-affairs": { zh: "福利部门", en: "welfare department" },
    education: { zh: "教育部门", en: "education department" }, forestry: { zh: "林业部门", en: "forestry department" }, "land": { zh: "土地部门", en: "land department" }, environment: { zh: "环境部门", en: "environment department" },
  },
  terms: {
    officer: { zh: "村里的负责人", en: "village officer" }, officers: { zh: "村里的负责人", en: "village officers" },
    council: { zh: "村理事会", en: "village council" }, land: { zh: "公顷", en: "hectares" },
  },
  without: ["cadres/salons"],
  land: { squareMetres: 10_000, titles: { zh: "公顷", en: "hectares" } },
};
