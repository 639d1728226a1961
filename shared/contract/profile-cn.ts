import type { Profile } from "./profile.ts";

/** A village in mainland China: Party branch, villagers' committee, land in mu. */
export const CN_VILLAGE: Profile = {
  first: "zh",
  village: {
    secretary: { zh: "村支书", en: "village Party secretary" },
    director: { zh: "村主任", en: "village director" },
    committee: { zh: "村委委员", en: "village committee member" },
    "party-branch": { zh: "支部委员", en: "Party branch committee" },
    accountant: { zh: "会计", en: "accountant" },
    supervisor: { zh: "村务监督委员会", en: "supervision committee" },
    "duty-officer": { zh: "值班人", en: "person on duty" },
    "grid-worker": { zh: "网格员", en: "grid worker" },
    "group-leader": { zh: "村民组长", en: "group leader" },
    women: { zh: "妇女主任", en: "women’s officer" },
    militia: { zh: "民兵连长", en: "militia leader" },
    doctor: { zh: "村医", en: "village doctor" },
    translator: { zh: "翻译员", en: "translator" },
  },
  called: {
    secretary: ["支书", "书记", "village secretary"], director: ["主任", "村长"], committee: ["村委", "两委", "村干部", "委员"], accountant: ["会计", "accountant"],
    supervisor: ["监委", "监督委员", "监督员"], "grid-worker": ["网格员"], "group-leader": ["组长"], doctor: ["村医"],
  },
  township: { director: { zh: "乡镇负责人", en: "township director" }, "duty-officer": { zh: "乡镇值班员", en: "township duty officer" }, supervisor: { zh: "乡镇监督", en: "township supervisor" }, police: { zh: "派出所民警", en: "police officer" } },
  county: {
    director: { zh: "县负责人", en: "county director" }, "duty-officer": { zh: "县值班员", en: "county duty officer" },
    weather: { zh: "气象台", en: "weather service" }, supervisor: { zh: "县监督", en: "county supervisor" },
  },
  departments: {
    water: { zh: "水利局", en: "water department" }, agriculture: { zh: "农业农村局", en: "agriculture department" }, roads: { zh: "交通运输局", en: "roads department" },
    power: { zh: "供电所", en: "power company" }, health: { zh: "卫生健康局", en: "health department" }, "civil-affairs": { zh: "民政局", en: "civil affairs department" },
    education: { zh: "教育局", en: "education department" }, forestry: { zh: "林业局", en: "forestry department" }, "land": { zh: "自然资源局", en: "land department" }, environment: { zh: "生态环境局", en: "environment department" },
  },
  terms: {
    officer: { zh: "村干部", en: "village officer" }, officers: { zh: "村干部", en: "village officers" },
    council: { zh: "村委会", en: "village committee" }, land: { zh: "亩", en: "mu" },
  },
  without: [],
  land: { squareMetres: 2000 / 3, titles: { zh: "亩", en: "mu" } },
};
