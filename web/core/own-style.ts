/**
 * A page's own few lines of style, which travel with the page instead of with the document. A constructed sheet is no inline style: the
 * content policy has nothing against it. Called while the page's file loads; an old browser shows the page without it.
 */
export const ownStyle = (css: string): void => {
  if (!("adoptedStyleSheets" in document)) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
};
