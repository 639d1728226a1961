/** What a plain village must never read, and why: each stands for a post of the Party or a thing of one country's law. */
export const NOT_PLAIN: readonly { readonly pattern: RegExp; readonly why: string }[] = [
  { pattern: /党|书记|支书|支部|支委|纪委|团委/, why: "a Party post or body" },
  { pattern: /\bParty\b|\bparty (?:secretary|branch|member|committee)|\bpolitburo\b/i, why: "a Party post or body" },
  { pattern: /\bsecretar(?:y|ies)\b/i, why: "the Party secretary by another name: here it is the village head" },
  { pattern: /第一书记|驻村|first secretar|stationed cadre/i, why: "sent by the Party" },
  { pattern: /干部|\bcadres?\b/i, why: "a rank in one country's service" },
  { pattern: /妇女主任|妇联|women[’']s (?:officer|federation)/i, why: "a mass organisation of the Party" },
  { pattern: /民兵|militia/i, why: "a post of one country's defence law" },
  { pattern: /共青团|youth league/i, why: "a mass organisation of the Party" },
  { pattern: /网格员|网格|\bgrid[- ]workers?\b/i, why: "a post of China's social management" },
  { pattern: /亩|\bmu\b/i, why: "a Chinese unit of land" },
  { pattern: /村委会|村委委员|村民委员会|居委会|\bvillage committee\b|\bvillagers[’'] committee\b/i, why: "the body of the Organic Law of Villagers' Committees" },
  { pattern: /村民小组|村务监督|村民代表会议|一事一议|四议两公开|组织法/, why: "an institution of the Organic Law" },
  { pattern: /\borganic law\b|four deliberations/i, why: "the Organic Law" },
  { pattern: /低保|五保|特困供养|\bdibao\b|\bwubao\b/i, why: "allowances of Chinese law" },
  { pattern: /宅基地|承包地|土地承包|集体经济组织|三权分置/, why: "land under Chinese law" },
  { pattern: /户口|户籍|\bhukou\b/i, why: "household registration of Chinese law" },
  { pattern: /民政局|农业农村局|自然资源局|派出所|居民身份证/, why: "a Chinese authority or paper" },
  { pattern: /防汛抗旱指挥部|防指/, why: "a Chinese command" },
];

/** What in a text a plain village must not read; empty when it may. */
export const unplain = (text: string): string[] =>
  NOT_PLAIN.flatMap(({ pattern, why }) => { const found = pattern.exec(text); return found ? [`"${found[0]}": ${why}`] : []; });
