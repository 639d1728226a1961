import type { WarningBoard } from "../phones-board.ts";
import { drawBoard } from "./board.ts";
import { drawPhone, type Drawn, type Facts, type Phone } from "./phone.ts";
import type { Message } from "./thread.ts";
import { loadWords, otherLanguage, t } from "./words.ts";

interface List extends Facts { readonly phones: readonly Phone[] }
const BOARD_EVERY = 1500;
const KEPT = "wecountry.phones.shown";

const by = (id: string): HTMLElement => document.getElementById(id)!;
const ask = async <T>(path: string): Promise<T> => (await fetch(path)).json() as Promise<T>;

let list: List = { answersBySms: false, zone: "UTC", helpPhone: "", phones: [] };
let boards: readonly WarningBoard[] = [];
let drawnBoard = "";
let shown: Drawn[] = [];

const frame = (): void => {
  document.title = t("title");
  for (const id of ["title", "lead", "village", "county", "language", "away"]) by(id).textContent = t(id);
};
const board = (): void => drawBoard(by("board"), boards, list.zone);
const all = (): void => { frame(); for (const phone of shown) phone.draw(); board(); };

const keep = (): void => localStorage.setItem(KEPT, JSON.stringify(shown.map((each) => each.number())));
const kept = (): string[] => { try { return JSON.parse(localStorage.getItem(KEPT) ?? "[]") as string[]; } catch { return []; } };

const readBoard = async (): Promise<void> => {
  if (document.hidden) return;
  const { items } = await ask<{ items: readonly WarningBoard[] }>("/phones-api/board");
  const now = JSON.stringify(items);
  if (now === drawnBoard) return;
  drawnBoard = now;
  boards = items;
  board();
};

/** New messages come by themselves; after a cut the whole list is read again, so that none is missed. */
const follow = (): void => {
  const stream = new EventSource("/phones-api/stream");
  stream.addEventListener("error", () => { by("away").hidden = false; });
  stream.addEventListener("open", () => {
    if (by("away").hidden) return;
    by("away").hidden = true;
    ask<List>("/phones-api/list").then((now) => { list = now; all(); }, () => undefined);
  });
  stream.addEventListener("message", (event: MessageEvent<string>) => {
    const { number, message } = JSON.parse(event.data) as { number: string; message: Message };
    const phone = list.phones.find((each) => each.number === number);
    if (phone) { phone.messages.push(message); for (const each of shown) each.arrived(number, message); } else { list = { ...list, phones: [...list.phones, { number, name: null, role: null, messages: [message] }] }; for (const each of shown) each.draw(); }
  });
};

await loadWords();
list = await ask<List>("/phones-api/list");
const before = kept();
shown = ["phone-1", "phone-2"].map((id, i) => drawPhone(by(id), () => list.phones, () => list, before[i] ?? list.phones[i]?.number ?? "", keep));
by("language").addEventListener("click", () => { otherLanguage(); all(); });
all();
follow();
const beat = (): void => { readBoard().catch(() => undefined).finally(() => setTimeout(beat, BOARD_EVERY)); };
beat();
