import type { Colour, Hazard } from "../../../shared/alerts/warnings/hazards.ts";

/** Meteoalarm's awareness types by number (CAP profile of EUMETNET). Rain is the flood it brings; fog, coast and avalanche have no kind of their own. */
export const AWARENESS_TYPES: Readonly<Record<string, Hazard>> = {
  1: "wind", 2: "cold", 3: "thunderstorm", 4: "other", 5: "heat", 6: "cold", 7: "flood", 8: "fire", 9: "other", 10: "flood", 12: "flood", 13: "flood",
};

/** Event codes of the US Specific Area Message Encoding (47 CFR 11.31) that name one of our hazards. */
export const SAME_CODES: Readonly<Record<string, Hazard>> = {
  FFA: "flash-flood", FFS: "flash-flood", FFW: "flash-flood", FLA: "flood", FLS: "flood", FLW: "flood", CFA: "flood", CFW: "flood",
  SVA: "thunderstorm", SVR: "thunderstorm", SVS: "thunderstorm", TOA: "wind", TOR: "wind", HWA: "wind", HWW: "wind", HUA: "wind", HUW: "wind", TRA: "wind", TRW: "wind",
  WSA: "cold", WSW: "cold", BZW: "cold", FZW: "cold", FRW: "fire", WFW: "fire", WFA: "fire", AVW: "other", AVA: "other",
};

/** Latin words match from a word's beginning (`$` marks the end of a word); `\b` knows ASCII letters only and would miss é and þ. */
const words = (latin: string, chinese: string): RegExp => new RegExp(`(?<!\\p{L})(?:${latin.replaceAll("$", "(?!\\p{L})")})|${chinese}`, "iu");

/**
 * Words for each hazard, tried in this order: what is told apart by a longer phrase comes first (flash flood before flood, wind chill before wind,
 * thunderstorm before the wind that comes with it). Latin words begin at a word's beginning; Chinese ones stand anywhere.
 */
const list = (): readonly (readonly [Hazard, RegExp])[] => [
  ["flash-flood", words("flash.?flood|crues? (soudaine|éclair)|inundaci(ón|ones) (repentina|súbita|relámpago)|crecida (repentina|súbita)|enxurrada|sturzflut|piena improvvisa|banjir bandang|lũ quét", "山洪|鉄砲水")],
  ["landslide", words("land.?slide|land.?slip|mud.?(slide|flow)|debris.?flow|rock.?fall|glissement de terrain|coulée|deslizamiento|deslave|derrumbe|corrimiento|deslizamento|erdrutsch|hangrutsch|frana|frane|tanah longsor|sạt lở|skriðu", "滑坡|泥石流|崩塌|地质灾害|山体|土砂")],
  ["cold", words("wind.?chill|cold|freez|frost|snow|blizzard|ice$|icy|winter|low.temperature|frío|fría|helada|nieve|nevada|temperaturas? mínima|froid|neige|verglas|gel$|grand froid|frio|geada|neve|kälte|schnee|glatteis|eis$|gelo|ghiaccio|snjó|hríð|kuldi", "寒潮|低温|霜冻|暴雪|大雪|冰冻|结冰|寒冷|强降温")],
  ["thunderstorm", words("thunder|lightning|hail|orage|foudre|grêle|tormenta|rayos?$|granizo|trovoada|gewitter|blitz|hagel|temporal[ei]$|fulmin|þrumu|elding|petir|dông|sấm", "雷电|雷暴|雷雨|冰雹|强对流|飑")],
  ["heat", words("heat|hot$|high.temperature|canicule|chaleur|temperaturas? máxima|altas temperaturas|calor$|ola de calor|onda de calor|hitze|caldo|calore|hiti|panas|nắng nóng", "高温|酷热|热浪|猛暑")],
  ["fire", words("wild.?fire|bush.?fire|forest.?fire|fire|red flag|incendi|feux?$|fuego|waldbrand|feuer|eldur|gróðureld|kebakaran|cháy", "火灾|火险|山火|林火|森林火")],
  ["flood", words("flood|inundat|high water|storm surge|rain|inundaci|crecida|lluvia|riada|inondation|crue|pluie|submersion|inundação|cheia|chuva|hochwasser|überschwemmung|überflutung|starkregen|alluvion|pioggia|esondazion|flóð|rigning|vatnavext|banjir|lũ$|lụt|ngập", "洪水|洪涝|洪峰|内涝|渍涝|暴雨|强降雨|汛|溃坝|风暴潮|大雨")],
  ["wind", words("wind|gale|storm$|hurricane|typhoon|tornado|cyclone|squall|viento|vendaval|huracán|tifón|ciclón|vent$|vents$|tempête|ouragan|vento|ventos|tufão|furacão|sturm|orkan|böen|burrasca|vindur|stormur|rok$|angin|bão$|gió", "大风|台风|颱風|龙卷|阵风|强风|飓风|沙尘暴")],
];
let known: ReturnType<typeof list> | undefined;
/** The list, made when a message is first read: a process that only answers people needs none of it. */
export const hazardWords = (): ReturnType<typeof list> => (known ??= list());

/** Colour words of warning levels. */
export const COLOUR_WORDS: readonly (readonly [Colour, RegExp])[] = [
  ["red", words("red|rojo|roja|rouge|vermelho|vermelha|rot|rosso|rossa|rauð", "红")],
  ["orange", words("orange|amber|naranja|laranja|arancione|appelsínugul", "橙")],
  ["yellow", words("yellow|amarill[oa]|jaune|amarel[oa]|gelb|giall[oa]|gul", "黄")],
  ["blue", words("blue|azul|bleu|blau|blu$|blár", "蓝")],
];
