/** Unguessable text: that many bytes of the system's own randomness, as base64url. */
export const secretText = (bytes: number): string => Buffer.from(crypto.getRandomValues(new Uint8Array(bytes))).toString("base64url");

/** Six figures, each equally likely: what would lean towards the low ones is drawn again. */
export const sixFigures = (): string => {
  const [draw = 0] = crypto.getRandomValues(new Uint32Array(1));
  return draw < 4_294_000_000 ? String(draw % 1_000_000).padStart(6, "0") : sixFigures();
};

/** Letters nobody misreads: no I, L, O or U. */
const LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ";
/** The code of a card: ten letters, each equally likely. Thirty thousand cards in 26 million million codes. */
export const cardCode = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(40));
  const fair = [...bytes].filter((byte) => byte < 242);
  return fair.length < 10 ? cardCode() : fair.slice(0, 10).map((byte) => LETTERS[byte % LETTERS.length]).join("");
};
