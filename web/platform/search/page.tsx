import { useEffect } from "preact/hooks";
import { definePage } from "../../core/pages.ts";
import { base, go } from "../../core/router.ts";
import { Results, type Asked } from "./results.tsx";

/** The box stands on the page of all functions; whoever comes to this address is led there. */
const ToBox = ({ sought }: { sought: string }) => {
  useEffect(() => { go(`${base()}/all${sought ? `?q=${encodeURIComponent(sought)}` : ""}`, true); }, [sought]);
  return null;
};

export const page = definePage({ name: "platform/search", view: ({ here, data }) => (data ? <Results asked={data as unknown as Asked} /> : <ToBox sought={here.query.get("q") ?? ""} />) });
