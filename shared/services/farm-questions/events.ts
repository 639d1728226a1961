import * as z from "zod";
import { event } from "../../contract/event.ts";
import { Id } from "../../contract/ids.ts";

const question = z.object({ id: Id });
const round = z.object({ round: Id });
const technician = z.object({ person: Id });

export const Asked = event(question, { public: true, act: "asked" });
export const Answered = event(z.object({ id: Id, answer: Id, as: z.string() }), { public: true, act: "answered" });
/** A day without an answer: the next technician is asked, or the township. */
export const Passed = event(z.object({ id: Id, to: z.enum(["technician", "township"]) }), { public: true });
/** The asker said more, or added a picture. */
export const Added = event(question);
export const VisitWanted = event(question, { public: true });
export const Visited = event(question, { public: true });
/** Solved: it stands in the village's own book now. */
export const Closed = event(question, { public: true });
/** It came back. */
export const Reopened = event(question, { public: true });
export const TechnicianNamed = event(technician);
export const TechnicianEnded = event(technician);
export const RoundPlanned = event(round, { public: true, act: "published" });
export const RoundDropped = event(round, { public: true });
