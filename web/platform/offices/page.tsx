import { definePage } from "../../core/pages.ts";
import { CountyPosts } from "./county-posts.tsx";
import { Give, VillagePosts } from "./village-posts.tsx";

/** Who holds which post, in the village and in the county. */
export const page = definePage({
  name: "platform/offices",
  view: ({ here }) => (here.area ? <CountyPosts /> : here.rest[0] === "give" && here.rest[1] ? <Give office={here.rest[1]} key={here.rest[1]} /> : <VillagePosts />),
});
