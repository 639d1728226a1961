type Child = Node | string | null;
type Properties = Readonly<Record<string, string | boolean | number | ((event: Event) => void)>>;

/** Makes an element; text is always text. @example element("p", { class: "soft" }, "hello") */
export const element = <K extends keyof HTMLElementTagNameMap>(tag: K, properties: Properties = {}, ...children: readonly Child[]): HTMLElementTagNameMap[K] => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === "function") made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false) made.setAttribute(name, String(value));
  }
  made.append(...children.filter((each) => each !== null));
  return made;
};
