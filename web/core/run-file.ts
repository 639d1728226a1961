/** How often each file did not come. */
const missed = new Map<string, number>();

/**
 * Fetches a file of code and runs it, once. A browser remembers for as long as the page lives that a file did not come (Chromium and the HTML
 * standard's module map): it is asked for under another address after that, or nobody whose network failed once would ever see the page.
 * @throws TypeError where it does not come
 */
export const runFile = (file: string): Promise<unknown> => {
  const times = missed.get(file) ?? 0;
  return import(/* @vite-ignore */ times ? `${file}?${times}` : file).catch((thrown: unknown) => {
    missed.set(file, times + 1);
    throw thrown;
  });
};
