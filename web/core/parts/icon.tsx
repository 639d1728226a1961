/** A line icon of web/core/icons.ts beside words; never alone in place of them. The lines stand once, in the document. */
export const Icon = ({ name }: { name: string }) => <svg class="icon" aria-hidden="true"><use href={`#i-${name}`} /></svg>;
