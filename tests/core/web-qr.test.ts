import { expect, test } from "vitest";
import { qrMatrix, qrPath } from "../../web/core/parts/qr.ts";

/** Codes as another encoder drew them (npm qrcode 1.5.4: byte mode, level M, mask given): each row as a hexadecimal number. */
const KNOWN: readonly { readonly text: string; readonly mask: number; readonly rows: string }[] = [
  // version 5-M
  { text: "https://village.example/v/431228103205/affairs/door-codes/abcd2345", mask: 3, rows: "1fd0d0897f 105f88c941 174c727a5d 175b0d2c5d 1743f7165d 1046ff5841 1fd555557f 13b15100 16efe6654b 99a5500a 16f213f104 300151f6c 9cbaf1ef7 d98bfc3f9 12f8d290d6 1c861001f3 852ca792f 1925c66247 1bee8dd337 13a1f93522 10783bc5b1 4969ae108 e77552da0 da1181dde 12ee70aed5 4bf4847ff ccc40d9da 13a6a7f770 4302a9f6 1ca4b915 1fd5745557 105f7fa713 174c3311fa 1751f0bed1 175bec23d0 1047e62cfc 1fd8cd0c9f" },
  // version 1-M
  { text: "hello", mask: 0, rows: "1fcc7f 105841 174b5d 17465d 17595d 104141 1fd57f 700 154a12 58443 a5d1f 190042 d6550 1ea7 1fc6e7 1047b0 1756e3 174866 175d15 104852 1fdd63" },
  // version 4-M
  { text: "z".repeat(62), mask: 6, rows: "1fd40007f 10574f941 175d94f5d 174eaaa5d 17599245d 104894f41 1fd55557f 1e5300 13f749297 1830aaab2 1afce533b 8983e545 1443c0042 e0178e20 1d5d7e5e0 159db770c 1f4524d0 ca8a38fb 2e0b77a9 15b9e539e 11e78920b 10232aab2 167c2533b 17837e545 1cf6801f0 1978f10 1fd37e750 10577771c 175f527f0 1757e3aab 1743f761b 10402529f 1fd5093e8" },
  // version 6-M
  { text: "w".repeat(106), mask: 7, rows: "1fc0522227f 1045b53e541 17473b06b5d 174fe77775d 1744806b05d 105fae53e41 1fd5555557f 21f94f00 12df41ac1a0 19ba3dddd41 1fe96ac1aa2 188244f9465 15dff8888eb 101bbf94f08 2dca1ac1cf 1d122dddd41 1d697ac1aa2 103f44f9465 13c9e8888eb 103fdf94f08 1263e1ac1cf 1a150dddd41 1ce57ac1aa2 19bd84f9467 12ccf8888e8 5038f94f08 66631ac1cf 1dbcbdddd41 1ec6dac1aa2 3104f9465 12f468888eb 4193f94f08 13e331ac1ff 1acdddd11 1fc6bac1952 1053c4f9515 174954889fb 17569394f5a 1748e9ac29f 104545ddd12 1fdc96c19f2" },
  // version 1-M
  { text: "青山村12号", mask: 4, rows: "1fd67f 104c41 17445d 17535d 17595d 105941 1fd57f 1900 1173f9 d9e29 7eba1 19b56e 1af66e 19d6 1fdb8f 104415 175b00 1748ff 1741a0 104b1c 1fdd09" },
];

test.each(KNOWN)("a plate's code is drawn module for module as others draw it ($mask)", ({ text, mask, rows }) => {
  expect(qrMatrix(text, mask).map((row) => parseInt(row.map(Number).join(""), 2).toString(16)).join(" ")).toBe(rows);
});
test("the mask that is easiest to read is chosen, and the drawing keeps four modules of quiet around", () => {
  const text = "https://village.example/v/431228103205/affairs/door-codes/abcd2345";
  const chosen = JSON.stringify(qrMatrix(text));
  expect([0, 1, 2, 3, 4, 5, 6, 7].filter((mask) => JSON.stringify(qrMatrix(text, mask)) === chosen)).toHaveLength(1);
  const { size, path } = qrPath(text);
  expect(size).toBe(45);
  expect([...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].every(([, x, y, run]) => Number(x) >= 4 && Number(y) >= 4 && Number(x) + Number(run) <= size - 4 && Number(y) < size - 4)).toBe(true);
});
test("an address too long for a plate is refused, never cut", () => {
  expect(() => qrMatrix("x".repeat(107))).toThrow(RangeError);
});
