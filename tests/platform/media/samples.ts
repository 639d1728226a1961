/** Small pictures and voices made by hand, byte for byte. */
const two = (value: number): number[] => [value >> 8, value & 255];
const four = (value: number): number[] => [value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255];
const least = (value: number, length: number): number[] => Array.from({ length }, (_, i) => (value >> (8 * i)) & 255);
const ascii = (text: string): number[] => [...Buffer.from(text, "latin1")];
const segment = (marker: number, ...data: readonly number[]): number[] => [0xff, marker, ...two(data.length + 2), ...data];

/** 26.4°N 109.9°E as a camera writes it: degrees, minutes and seconds as fractions. */
export const PLACE = [...four(26), ...four(1), ...four(24), ...four(1), ...four(3131), ...four(100)];
const GPS = ascii("Exif\0\0MM\0*").concat(four(8), two(1), two(0x8825), two(4), four(1), four(26), four(0), two(1), two(2), two(5), four(3), four(44), four(0), PLACE);

export const jpeg = ({ width = 640, height = 480, gps = false, after = "" } = {}): Uint8Array => Uint8Array.from([
  0xff, 0xd8, ...segment(0xe0, ...ascii("JFIF\0"), 1, 1, 0, ...two(72), ...two(72), 0, 0), ...(gps ? segment(0xe1, ...GPS) : []), ...(gps ? segment(0xfe, ...ascii("phone of Li Dashan")) : []),
  ...segment(0xdb, 0, ...Array.from({ length: 64 }, () => 1)), ...segment(0xc0, 8, ...two(height), ...two(width), 1, 1, 0x11, 0), ...segment(0xda, 1, 1, 0, 0, 63, 0), 0x12, 0xff, 0x00, 0xff, 0xd3, 0x34, 0xff, 0xd9, ...ascii(after),
]);
const chunk = (name: string, ...data: readonly number[]): number[] => [...four(data.length), ...ascii(name), ...data, 0, 0, 0, 0];
export const png = ({ width = 640, height = 480 } = {}): Uint8Array => Uint8Array.from([
  0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, ...chunk("IHDR", ...four(width), ...four(height), 8, 2, 0, 0, 0), ...chunk("eXIf", ...GPS.slice(6)), ...chunk("tEXt", ...ascii("Author\0Li Dashan")), ...chunk("IDAT", 1, 2, 3), ...chunk("IEND"), ...ascii("<script>"),
]);
const piece = (name: string, ...data: readonly number[]): number[] => [...ascii(name), ...least(data.length, 4), ...data, ...(data.length % 2 ? [0] : [])];
export const webp = ({ width = 640, height = 480, moves = false } = {}): Uint8Array => {
  const body = [
    ...ascii("WEBP"), ...piece("VP8X", 0x0c | (moves ? 2 : 0), 0, 0, 0, ...least(width - 1, 3), ...least(height - 1, 3)),
    ...piece("VP8 ", 0x30, 0, 0, 0x9d, 1, 0x2a, ...least(width, 2), ...least(height, 2), 7), ...piece("EXIF", ...GPS.slice(6)), ...piece("XMP ", ...ascii("<x:xmpmeta GPSLatitude>")),
  ];
  return Uint8Array.from([...ascii("RIFF"), ...least(body.length, 4), ...body, ...ascii("MZ and more")]);
};
const box = (name: string, ...data: readonly number[]): number[] => [...four(data.length + 8), ...ascii(name), ...data];
export const mp4 = (): Uint8Array => Uint8Array.from([...box("ftyp", ...ascii("M4A \0\0\0\0")), ...box("moov", ...box("mvhd", 1, 2, 3), ...box("udta", ...box("\u00a9xyz", ...ascii("+26.4+109.9/")))), ...box("mdat", 9, 9)]);
export const webm = (): Uint8Array => Uint8Array.from([0x1a, 0x45, 0xdf, 0xa3, ...ascii("\x9fB\x82\x84webm...A_OPUS...OpusHead"), 1, 2, 3]);
export const ogg = (): Uint8Array => Uint8Array.from([...ascii("OggS\0\x02"), ...Array.from({ length: 20 }, () => 0), 1, 19, ...ascii("OpusHead"), ...Array.from({ length: 11 }, () => 0)]);
export const PROGRAM = Uint8Array.from([...ascii("MZ"), 0x90, 0, ...ascii("This program cannot be run in DOS mode.")]);

/** Whether bytes stand somewhere in others. */
export const holds = (bytes: Uint8Array, part: readonly number[] | string): boolean => Buffer.from(bytes).includes(typeof part === "string" ? Buffer.from(part, "latin1") : Buffer.from(part));
