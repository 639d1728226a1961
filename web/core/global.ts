import { createContext, Fragment, h } from "preact";
import { useCallback, useContext, useEffect, useId, useLayoutEffect, useMemo, useReducer, useRef, useState } from "preact/hooks";
import { jsx, jsxs } from "preact/jsx-runtime";
import * as acting from "./acting.ts";
import * as boot from "./boot.ts";
import * as ask from "./client/ask.ts";
import * as client from "./client/client.ts";
import * as refused from "./client/refused.ts";
import * as routes from "./client/routes.ts";
import * as rules from "./form/rules.ts";
import * as lazy from "./lazy.tsx";
import * as names from "./names.ts";
import * as wake from "./offline/wake.ts";
import * as part from "./part.ts";
import * as pages from "./pages.ts";
import * as button from "./parts/button.tsx";
import * as card from "./parts/card.tsx";
import * as icon from "./parts/icon.tsx";
import * as readAloud from "./parts/read-aloud.tsx";
import * as state from "./parts/state.tsx";
import * as time from "./parts/time.ts";
import * as places from "./places.ts";
import * as prefs from "./prefs.ts";
import * as router from "./router.ts";
import * as session from "./session.ts";
import * as art from "./home/art.tsx";
import * as homeRead from "./home/read.ts";
import * as warningLine from "./home/warning-line.tsx";
import * as words from "./words.ts";

/**
 * What the core hands to pages, each of which is bundled alone: one Preact, and every module of web/core that holds state or is in the
 * first script anyway. The build reads this list: a page's import of one of these files becomes a look-up here, any other file of
 * web/core is bundled into the page. A page that would carry a second copy of a file of the core fails the build.
 */
const shared = {
  preact: { createContext, Fragment, h },
  hooks: { useCallback, useContext, useEffect, useId, useLayoutEffect, useMemo, useReducer, useRef, useState },
  jsx: { jsx, jsxs, Fragment },
  core: {
    ...acting, ...boot, ...ask, ...client, ...refused, ...routes, ...rules, ...lazy, ...names, ...wake, ...part, ...pages, ...button, ...card, ...icon, ...readAloud,
    ...state, ...time, ...places, ...prefs, ...router, ...session, ...art, ...homeRead, ...warningLine, ...words,
  },
};
export type Shared = typeof shared;

/** Puts it, frozen, where the pages look. */
export const share = (): void => {
  for (const part of Object.values(shared)) Object.freeze(part);
  Object.defineProperty(globalThis, "WeCountry", { value: Object.freeze(shared) });
};
