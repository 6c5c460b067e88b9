import { describe, expect, test } from "vitest";
import { passwordRefusal } from "./passwords.ts";

const an = { name: "Nguyễn Văn An", email: "an.nguyen@example.vn" };
const isRefused = (password: string, person = an) => passwordRefusal(password, person) !== null;

describe("a guessable password is rejected", () => {
  test.each([
    // Once accepted, found in a review.
    ...["Hanoi@123456", "P@ssw0rd1234", "Admin@123456789", "1qaz2wsx3edc4rfv", "qwertyuiop[]", "trustno1trustno1"],
    ...["anhyeuemnhieulam", "emyeuanhmaimai", "hochiminh1975", "saigon123456789", "toiyeuvietnam", "thongke2026abc"],
    ...["dangcongsanvietnam", "nguyenvana1990", "correcthorsebatterystaple"],
    // Case, diacritics, spaces, digits for letters, reversed, repeated.
    ...[
      "HÀ NỘI của tôi 2026",
      "Đảng Cộng sản Việt Nam",
      "V13tN@m V13tN@m",
      "m@tkh4u-m@tkh4u",
      "manteiv2030",
      "drowssap2026!!",
    ],
    // Sequences, keyboard walks, repetitions, dates, numbers.
    ...[
      "abcdefghijkl",
      "zxcvbnm,./zxcvbnm",
      "9876543210987",
      "aaaaaaaaaaaaaaaaaaaaaaaa",
      "xyxyxyxyxyxyxyxy",
      "1q2w3e4r5t6y",
      "1qaz2wsx3edc4rfv5tgb",
      "1a2s3d4f5g6h7j",
      "a1s2d3f4g5h6j7",
      "7j6h5g4f3d2s1a",
      "vfr4cde3xsw2zaq1",
    ],
    ...["$@ig0n2026$@ig0n", "dashboard-dashboard", "01012001-02022002"],
    ...["001203004567", "0912 345 678 99", "30-04-1975-02-09-1945", "26011991hanoi"],
    // Personal and product names.
    ...["NguyenVanAn!2026", "an.nguyen@example.vn", "nva@Moc2030!", "Moc2030-KPI-dashboard", "an.nguyen19900101"],
    // Proverbs.
    ...["Uống nước nhớ nguồn", "có công mài sắt có ngày nên kim", "không có gì quý hơn"],
    // Leaked passwords: verbatim, in other case, with digits for letters, with additions.
    ...["contortionist", "flvbybcnhfnjh", "4815162342lost", "chickenwing101", "ChickenWing101!", "n33df0r5p33d2024"],
  ])("%s", (password) => expect(isRefused(password)).toBe(true));
});

describe("a strong password is accepted", () => {
  const syllables =
    "chuối khế nghiêng gặm thuyền rêu quạt nhím đũa mướp sáo trâu vẹt khoai gừng tỏi bưởi ổi cốc đèn rổ nia sàng cuốc liềm bừa chõng phên gầu thúng".split(
      " ",
    );
  // Fixed seed, so that the passphrases are the same each time.
  let seed = 2289;
  const draw = (most: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((seed / 2 ** 31) * most);
  };
  const phrase = (words: number) => Array.from({ length: words }, () => syllables[draw(syllables.length)]).join(" ");
  const letters = "abcdefghijkmnpqrstuvwxyzACDEFGHJKLMNPQRTUVWXY34679";
  const chars = (length: number) => Array.from({ length }, () => letters[draw(letters.length)]).join("");
  test("forty passphrases of five random syllables, and twenty random texts of fourteen characters", () => {
    for (let i = 0; i < 40; i++) {
      const password = phrase(5);
      expect([password, isRefused(password)]).toEqual([password, false]);
    }
    for (let i = 0; i < 20; i++) {
      const password = chars(14);
      expect([password, isRefused(password)]).toEqual([password, false]);
    }
  });
  test.each([
    ...["bốn con ngựa đá sông xanh", "mười hai vì sao lạ", "mèo ngủ trên mái tôn", "song Huong chay lung lo 42"],
    ...["xk7Qp2mVb9Lw", "trustworthy lamp orbit", "con bò ăn cỏ ngoài đồng", "plaid walrus tangos"],
  ])("%s", (password) => expect(isRefused(password)).toBe(false));
});

test("the length must be 12 to 128 characters; a letter with diacritics counts as one", () => {
  expect(passwordRefusal("xk7Qp2mVb9L", an)).toBe("at least 12 characters");
  expect(passwordRefusal("ỗ".repeat(129), an)).toBe("at most 128 characters");
});
