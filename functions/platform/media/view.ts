import type { Stored } from "../../core/implement.ts";
import type { Media } from "./rows.ts";

/** What whoever may see it knows: never who made it, nor where the bytes lie. */
export const mediaView = ({ id, kind, state, why, width, height, seconds, transcript, version }: Stored<Media>) =>
  ({ id, kind, state, why, width, height, seconds, version, transcript: transcript && { text: transcript.text, by: transcript.name, at: transcript.at } });
