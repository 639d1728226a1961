import { definePage } from "../../core/pages.ts";
import { Compose } from "./compose.tsx";
import { NoticeList, PastNotices } from "./list.tsx";
import { One } from "./one.tsx";

/** The village's notices: read, known, written, published. */
export const page = definePage({
  name: "affairs/notices",
  view: ({ here }) => {
    const [id, act] = here.rest;
    if (!id) return <NoticeList />;
    if (id === "past") return <PastNotices />;
    if (id === "new") return <Compose key="new" />;
    return act === "edit" ? <Compose id={id} key={id} /> : <One id={id} key={id} />;
  },
});
