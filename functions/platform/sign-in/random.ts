/** Unguessable text: that many bytes of the system's own randomness, as base64url. */
export const secretText = (bytes: number): string => Buffer.from(crypto.getRandomValues(new Uint8Array(bytes))).toString("base64url");

/** Six figures, each equally likely: what would lean towards the low ones is drawn again. */
export const sixFigures = (): string => {
  const [draw = 0] = crypto.getRandomValues(new Uint32Array(1));
  return draw < 4_294_000_000 ? String(draw % 1_000_000).padStart(6, "0") : sixFigures();
};
