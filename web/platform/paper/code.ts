/** A code as people type it from paper: spaces and small letters do not matter, nor O for nought and I or L for one. */
export const tidy = (code: string): string => code.toUpperCase().replace(/[^0-9A-Z]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1").slice(0, 8);
