/** Said before paper is made, so that whatever belongs on it can get ready; `detail` takes their promises. */
export const BEFORE_PRINT = "wecountry-print";
/** A sheet without its code is better than no sheet: so long the printer waits for it. */
const PATIENCE = 6_000;

/** Prints the page, with the code of its paper twin if it has one. A page's own print button calls this. */
export const printPage = async (): Promise<void> => {
  const waits: Promise<unknown>[] = [];
  dispatchEvent(new CustomEvent(BEFORE_PRINT, { detail: waits }));
  await Promise.race([Promise.allSettled(waits), new Promise((resolve) => { setTimeout(resolve, PATIENCE); })]);
  setTimeout(print);
};
