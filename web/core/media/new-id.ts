const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A time-ordered id (ULID) made on the phone: 10 letters of time, 16 of chance. A wrong clock makes it sort oddly, never equal to another. */
export const newId = (at = Date.now()): string => {
  let time = "";
  for (let rest = at, i = 0; i < 10; i++, rest = Math.floor(rest / 32)) time = LETTERS[rest % 32] + time;
  return time + [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => LETTERS[byte % 32]).join("");
};
