import * as z from "zod";

/** Money in whole minor units (fen) of the region's currency; never a fraction. */
export const Fen = z.number().int().safe();
/** Money that may not be negative. */
export const Amount = Fen.min(0);
