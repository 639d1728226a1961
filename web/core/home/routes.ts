/** The three reads of every home, as plain data: no table of routes has to come before the first call. A test holds them to the contract. */
export const HOME_ROUTES = {
  home: { method: "GET", path: "/", at: "village", open: true },
  mine: { method: "GET", path: "/mine", at: "village" },
  villages: { method: "GET", path: "/villages", at: "region", open: true },
} as const;
