/** Whether a story waits for the word of the living person it tells of. */
export const isHeld = ({ about, consent }: { readonly about: string; readonly consent?: string | null | undefined }): boolean => about === "living" && !consent;
/** Whether the village reads it: to be recognised, or as its giver shows it. */
export const isOpen = ({ state }: { readonly state: string }): boolean => state !== "held" && state !== "withdrawn";

interface Kept { readonly state: string; readonly audience: "village" | "public" }
/** Who reads it now: guests only what its giver showed them. */
export const audienceOf = ({ state, audience }: Kept): "village" | "public" => (state === "shown" ? audience : "village");
interface Reader { readonly person: string | null; readonly member: object | null }
/** Its audience while it is open; before and afterwards its giver alone. */
export const sees = (kept: Kept & { readonly person: string }, { person, member }: Reader): boolean =>
  (isOpen(kept) && (audienceOf(kept) === "public" || member !== null)) || (person !== null && kept.person === person);
