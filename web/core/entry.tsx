import { render } from "preact";
import { App } from "./app.tsx";
import { share } from "./global.ts";
import { loadPage } from "./pages.ts";
import { loadIndex } from "./places.ts";
import { boot } from "./boot.ts";
import { prefs } from "./prefs.ts";
import { listen } from "./router.ts";
import { drainIfAny } from "./offline/wake.ts";
import { startWorker } from "./offline/start-worker.ts";

share();
listen();
const root = document.getElementById("app")!;
const draw = (): void => {
  root.replaceChildren();
  render(<App />, root);
  delete document.documentElement.dataset["wait"];
};
/** Another language than the document's waits for its words; if they do not come, the first language is better than nothing. */
if (prefs().language === boot.first) draw();
else loadIndex().then(draw, draw);
if (prefs().tongue) void loadPage("core/tongue");
// Never a box over the page: the offer waits under "how I use it".
addEventListener("beforeinstallprompt", (event) => { event.preventDefault(); Object.assign(globalThis, { homeScreen: event }); });
drainIfAny();
startWorker();
