import { feature } from "../../contract/feature.ts";
import { BytesAnswer } from "../../contract/media.ts";
import { get, post, put } from "../../contract/routes.ts";
import { Asked, Brought, Cleared, Kept, SetAside, Written } from "./events.ts";
import { MediaView, NewMedia, Ticket, Transcript } from "./media.ts";

/** Anybody, as far as the picture allows; posts of township and county are named, so that who holds one is known to hold it. */
const SEEN = { who: ["anyone", "township:director", "county:director"], cache: "1 hour", fails: { "not-for-you": 403 } } as const;

export const contract = feature({
  functions: ["P05", "P13"],
  ifItFails: "Pictures and voice notes stay on the phone that made them and are not shown; words go through all the same.",
  prefix: "MEDIA",
  routes: {
    sign: post("/", { who: "villager", body: NewMedia, returns: Ticket, secret: true, limit: "200 a hour", fails: { "too-heavy": 413, "id-taken": 409 }, about: "Asks for a place to bring a picture or a voice to. Again with the same id: a fresh ticket, or none when it is there." }),
    done: post("/{id}/done", { who: "villager", returns: MediaView, fails: { "not-arrived": 409 }, about: "The phone says that the bytes are there, in case the bucket's word was lost." }),
    about: get("/{id}", { ...SEEN, cache: "10 seconds", returns: MediaView }),
    full: get("/{id}/full", { ...SEEN, bytes: true, returns: BytesAnswer, about: "The picture or the voice itself, without anything the camera wrote into it." }),
    thumb: get("/{id}/thumb", { ...SEEN, bytes: true, returns: BytesAnswer, about: "The small picture, at most 25 KB." }),
    transcribe: put("/{id}/transcript", { who: "villager", body: Transcript, returns: MediaView, limit: "60 a hour", fails: { "not-for-you": 403, "written-already": 409 }, about: "Writes down what a voice says: by whoever may hear it, later changed by the same person, the speaker or an office." }),
  },
  emits: { asked: Asked, brought: Brought, kept: Kept, "set-aside": SetAside, cleared: Cleared, written: Written },
  on: ["platform/media/brought"],
  clocks: ["look"],
  work: { check: { lanes: ["check"] } },
  needs: ["media"],
});
