interface Policies { createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string } }

/** Registers the service worker through the one trusted-types policy of the site, which knows one address. */
export const startWorker = (): void => {
  if (!("serviceWorker" in navigator)) return;
  const types = (globalThis as unknown as { trustedTypes?: Policies }).trustedTypes;
  const policy = types?.createPolicy("wecountry", { createScriptURL: () => "/sw.js" });
  navigator.serviceWorker.register(policy ? policy.createScriptURL("/sw.js") : "/sw.js").catch(() => undefined);
};
