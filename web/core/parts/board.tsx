import type { ComponentChild } from "preact";

export interface Tile { readonly figure: number | string; readonly label: string; readonly tone?: "bad" | "careful" | "good"; readonly href?: string }
/** Figures to be seen from across a room: the warning's board. */
export const Tiles = ({ tiles }: { tiles: readonly Tile[] }) => (
  <div class="tiles">{tiles.map(({ figure, label, tone, href }) => href
    ? <a class={`tile ${tone ?? ""}`} href={href}><b>{figure}</b><span>{label}</span></a>
    : <div class={`tile ${tone ?? ""}`}><b>{figure}</b><span>{label}</span></div>)}</div>
);

/** A table whose first column is the row's name; it scrolls by itself, never the page. The last cell of a short row takes the room of those left out. */
export const Table = ({ caption, head, rows }: { caption: string; head: readonly string[]; rows: readonly (readonly ComponentChild[])[] }) => (
  <div class="scroll" role="region" aria-label={caption} tabIndex={0}>
    <table><caption>{caption}</caption>
      <thead><tr>{head.map((each) => <th scope="col">{each}</th>)}</tr></thead>
      <tbody>{rows.map(([name, ...cells]) => <tr><th scope="row">{name}</th>{cells.map((cell, i) => <td colSpan={i === cells.length - 1 ? head.length - cells.length : 1}>{cell}</td>)}</tr>)}</tbody>
    </table>
  </div>
);
