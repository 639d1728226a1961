/**
 * QR codes (ISO/IEC 18004) for short addresses: byte mode, versions 1 to 6, level M (a tenth of the symbol may be dirty or torn).
 * Loaded by the pages that draw one, never with the frame.
 */
const SIZES = [
  // total codewords, error codewords a block, blocks: level M of versions 1 to 6
  [26, 10, 1], [44, 16, 1], [70, 26, 1], [100, 18, 2], [134, 24, 2], [172, 16, 4],
] as const;
type Matrix = boolean[][];

/** Products in GF(256) by x^8 + x^4 + x^3 + x^2 + 1. */
const multiply = (a: number, b: number): number => {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) product = (product << 1) ^ ((product >>> 7) * 0x11d) ^ (((b >>> bit) & 1) * a);
  return product & 255;
};
const divisor = (degree: number): number[] => {
  const out = Array<number>(degree).fill(0);
  out[degree - 1] = 1;
  for (let i = 0, root = 1; i < degree; i++, root = multiply(root, 2)) {
    for (let j = 0; j < degree; j++) out[j] = multiply(out[j]!, root) ^ (out[j + 1] ?? 0);
  }
  return out;
};
const remainder = (data: readonly number[], by: readonly number[]): number[] => data.reduce<number[]>((rest, byte) => {
  const factor = byte ^ rest[0]!;
  return [...rest.slice(1), 0].map((each, i) => each ^ multiply(by[i]!, factor));
}, Array<number>(by.length).fill(0));

/** The data, padded and with its error words, in the order it is drawn. */
const codewords = (bytes: Uint8Array, version: number): number[] => {
  const [total, each, blocks] = SIZES[version - 1]!;
  const room = total - each * blocks;
  const bits = [0, 1, 0, 0, ...Array.from({ length: 8 }, (_, i) => (bytes.length >>> (7 - i)) & 1), ...[...bytes].flatMap((byte) => Array.from({ length: 8 }, (_, i) => (byte >>> (7 - i)) & 1))];
  bits.push(...Array<number>(Math.min(4, room * 8 - bits.length)).fill(0));
  while (bits.length % 8) bits.push(0);
  const data = Array.from({ length: bits.length / 8 }, (_, i) => bits.slice(i * 8, i * 8 + 8).reduce((sum, bit) => sum * 2 + bit, 0));
  for (let pad = 0xec; data.length < room; pad ^= 0xec ^ 0x11) data.push(pad);
  const [by, short] = [divisor(each), Math.floor(room / blocks)];
  let at = 0;
  const parts = Array.from({ length: blocks }, (_, i) => {
    const size = short + (i >= blocks - (room % blocks) ? 1 : 0);
    const own = data.slice(at, at += size);
    return { own, error: remainder(own, by) };
  });
  const longest = Math.max(...parts.map(({ own }) => own.length));
  return [
    ...Array.from({ length: longest }, (_, i) => parts.flatMap(({ own }) => (i < own.length ? [own[i]!] : []))).flat(),
    ...Array.from({ length: each }, (_, i) => parts.map(({ error }) => error[i]!)).flat(),
  ];
};

const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0, (_, y) => y % 2 === 0, (x) => x % 3 === 0, (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0, (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0, (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** The fixed patterns; `taken` says where no data goes. */
const frame = (size: number, version: number): { dark: Matrix; taken: Matrix } => {
  const empty = (): Matrix => Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  const [dark, taken] = [empty(), empty()];
  const set = (x: number, y: number, on: boolean): void => { if (x >= 0 && y >= 0 && x < size && y < size) { dark[y]![x] = on; taken[y]![x] = true; } };
  for (let i = 0; i < size; i++) { set(6, i, i % 2 === 0); set(i, 6, i % 2 === 0); }
  const ring = (x: number, y: number, reach: number, lights: readonly number[]): void => {
    for (let dy = -reach; dy <= reach; dy++) for (let dx = -reach; dx <= reach; dx++) set(x + dx, y + dy, !lights.includes(Math.max(Math.abs(dx), Math.abs(dy))));
  };
  for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]] as const) ring(x, y, 4, [2, 4]);
  if (version > 1) ring(size - 7, size - 7, 2, [1]);
  for (let i = 0; i < 9; i++) { taken[8]![i] = true; taken[i]![8] = true; }
  for (let i = 0; i < 8; i++) { taken[8]![size - 1 - i] = true; taken[size - 1 - i]![8] = true; }
  return { dark, taken };
};

/** Level M and the mask, with their own error bits, twice around the corners. */
const format = (dark: Matrix, mask: number): void => {
  const size = dark.length;
  let rest = mask;
  for (let i = 0; i < 10; i++) rest = (rest << 1) ^ ((rest >>> 9) * 0x537);
  const bits = ((mask << 10) | rest) ^ 0x5412;
  const bit = (i: number): boolean => ((bits >>> i) & 1) === 1;
  for (let i = 0; i < 6; i++) { dark[i]![8] = bit(i); dark[8]![5 - i] = bit(9 + i); }
  dark[7]![8] = bit(6); dark[8]![8] = bit(7); dark[8]![7] = bit(8);
  for (let i = 0; i < 8; i++) dark[8]![size - 1 - i] = bit(i);
  for (let i = 8; i < 15; i++) dark[size - 15 + i]![8] = bit(i);
  dark[size - 8]![8] = true;
};

const FALSE_EYES = [/(?=10111010000)/g, /(?=00001011101)/g];
/** How hard a drawing is to read: long runs, blocks of four, false corners, too dark or too light. */
const penalty = (dark: Matrix): number => {
  const size = dark.length;
  const lines = [...dark, ...dark.map((_, x) => dark.map((row) => row[x]!))].map((line) => line.map(Number).join(""));
  const runs = lines.flatMap((line) => line.match(/0{5,}|1{5,}/g) ?? []).reduce((sum, run) => sum + run.length - 2, 0);
  const eyes = lines.reduce((sum, line) => sum + FALSE_EYES.reduce((n, eye) => n + (line.match(eye)?.length ?? 0), 0), 0) * 40;
  let blocks = 0, ink = 0;
  for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) {
    const on = dark[y]![x]!;
    if (on) ink++;
    if (x + 1 < size && y + 1 < size && dark[y]![x + 1] === on && dark[y + 1]![x] === on && dark[y + 1]![x + 1] === on) blocks += 3;
  }
  return runs + blocks + eyes + Math.floor(Math.abs((ink / size / size) * 100 - 50) / 5) * 10;
};

/**
 * The modules of a text, row by row; true is dark.
 * @param mask which of the eight to use; the easiest to read where none is given
 * @throws RangeError for a text of more than 106 bytes
 */
export const qrMatrix = (text: string, mask?: number): Matrix => {
  const bytes = new TextEncoder().encode(text);
  const version = SIZES.findIndex(([total, each, blocks]) => bytes.length <= total - each * blocks - 2) + 1;
  if (version === 0) throw new RangeError(`${bytes.length} bytes are too many for a plate`);
  const size = version * 4 + 17;
  const { dark, taken } = frame(size, version);
  const words = codewords(bytes, version);
  let at = 0;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    const up = ((right + 1) & 2) === 0;
    for (let step = 0; step < size; step++) for (const x of [right, right - 1]) {
      const y = up ? size - 1 - step : step;
      if (taken[y]![x]) continue;
      dark[y]![x] = at < words.length * 8 && ((words[at >>> 3]! >>> (7 - (at & 7))) & 1) === 1;
      at++;
    }
  }
  const masked = (which: number): Matrix => {
    const out = dark.map((row, y) => row.map((on, x) => (taken[y]![x] ? on : on !== MASKS[which]!(x, y))));
    format(out, which);
    return out;
  };
  if (mask !== undefined) return masked(mask);
  return MASKS.map((_, which) => masked(which)).map((each) => ({ each, weight: penalty(each) })).sort((a, b) => a.weight - b.weight)[0]!.each;
};

/** The path of an SVG whose viewBox is "0 0 size size": one unit a module, four modules of quiet around. @example qrPath("https://…") // { size: 45, path: "M4 4h7v1h-7z…" } */
export const qrPath = (text: string): { readonly size: number; readonly path: string } => {
  const matrix = qrMatrix(text);
  const path = matrix.flatMap((row, y) => [...row.map((on) => (on ? "1" : "0")).join("").matchAll(/1+/g)].map((run) => `M${run.index + 4} ${y + 4}h${run[0].length}v1h-${run[0].length}z`)).join("");
  return { size: matrix.length + 8, path };
};
