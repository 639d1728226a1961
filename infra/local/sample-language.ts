import { environment } from "../../functions/core/environment.ts";

/** What the sample's people wrote, in the language their region puts first. */
export const sayIn = (text: { readonly zh: string; readonly en: string }): string => text[environment().region.languages[0]!];
