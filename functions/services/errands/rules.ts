import type { CARES } from "../../../shared/services/errands/errand.ts";

interface Named { readonly care: (typeof CARES)[number]; readonly sender?: string | null | undefined; readonly receiver?: string | null | undefined }
/** The name that is still needed before medicines or cash go into somebody's hands; null: none. */
export const nameMissing = ({ care, sender, receiver }: Named): "sender" | "receiver" | null => (care === "none" ? null : !sender ? "sender" : !receiver ? "receiver" : null);

interface Sides { readonly by: string; readonly carrier: string | null }
/** Both sides: the one who gets it, and the one who carries. */
export const isSide = ({ by, carrier }: Sides, person: string | null): boolean => person !== null && (person === by || person === carrier);
/** Whether this reader may read what it is: medicines tell of an illness and cash tempts, so these are for both sides alone. */
export const readsWhat = (errand: Sides & Pick<Named, "care">, person: string | null): boolean => errand.care === "none" || isSide(errand, person);
/** Whether somebody else may still read it: only what nobody has taken yet. */
export const isOpen = ({ state }: { readonly state: string }): boolean => state === "offered";

/** Four figures, said aloud at the door. @param draw a random whole number */
export const codeOf = (draw: number): string => String(draw % 10_000).padStart(4, "0");
