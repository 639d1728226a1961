/** A drawing of web/core/art, which stands once in the document: hills over the village's home, a bridge, oranges. Drawn for this project. */
export const Art = ({ name, wide }: { name: string; wide?: boolean }) => (
  <svg class={wide ? "art" : "pic"} aria-hidden="true"><use href={`#p-${name}`} /></svg>
);
