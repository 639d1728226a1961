/** The GSM 7-bit alphabet (3GPP TS 23.038 §6.2.1) and its extension, each of which takes two places. */
const GSM = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const GSM_TWO = "^{}\\[~]|€\f";

export interface SmsCount {
  readonly encoding: "GSM-7" | "UCS-2";
  /** Septets, or UTF-16 units. */
  readonly units: number;
  /** Messages paid for. */
  readonly parts: number;
  /** Units left before the next part begins. */
  readonly left: number;
}

/**
 * How long a text is as SMS. GSM-7: 160 alone, 153 a part when longer; UCS-2 (any Chinese character): 70, then 67; an emoji or a rare
 * character counts 2 and is not split across parts.
 * @example countSms("回1收到").parts // 1
 */
export const countSms = (text: string): SmsCount => {
  const letters = [...text];
  const gsm = letters.every((letter) => GSM.includes(letter) || GSM_TWO.includes(letter));
  const sizes = letters.map((letter) => (gsm ? (GSM_TWO.includes(letter) ? 2 : 1) : letter.length));
  const units = sizes.reduce((sum, size) => sum + size, 0);
  const [alone, each] = gsm ? [160, 153] : [70, 67];
  if (units <= alone) return { encoding: gsm ? "GSM-7" : "UCS-2", units, parts: 1, left: alone - units };
  let parts = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > each) { parts += 1; used = 0; }
    used += size;
  }
  return { encoding: gsm ? "GSM-7" : "UCS-2", units, parts, left: each - used };
};
