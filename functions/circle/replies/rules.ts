interface Reader { readonly member: object | null }
interface Thing { readonly audience: "public" | "village"; readonly talk: "all" | "villagers" | "none"; readonly gone: boolean }

/** Whether a reader may know that the thing, and what is said about it, is there. */
export const seesThing = (thing: Thing, reader: Reader): boolean => thing.talk !== "none" && (thing.audience === "public" || reader.member !== null);

/** Why somebody may not reply to it or like it; null where they may. */
export const refusedTo = (thing: Thing, reader: Reader): "gone" | "only-villagers" | null =>
  thing.gone ? "gone" : thing.talk === "villagers" && reader.member === null ? "only-villagers" : null;
