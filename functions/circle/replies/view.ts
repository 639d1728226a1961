import { maskName } from "../../../shared/contract/text.ts";
import type { Caller, Stored } from "../../core/implement.ts";
import type { Reply } from "./rows.ts";
import { isOwn } from "./thing.ts";

/** A reply as this reader reads it: villagers' names are whole in the village and masked outside. */
export const replyView = (reply: Reply, caller: Caller, author: string) => ({
  id: reply.id, words: reply.words, media: reply.media, at: reply.at, visitor: reply.visitor, office: reply.office, author: author !== "" && reply.by === author, mine: isOwn(reply.by, caller),
  name: reply.visitor || caller.member !== null || isOwn(reply.by, caller) ? reply.name : maskName(reply.name),
});
/** For who said it, and for the offices. */
export const ownView = (reply: Stored<Reply>, caller: Caller) => ({
  ...replyView(reply, caller, ""), state: reply.state, where: reply.where, heldFor: reply.heldFor, reason: reply.reason, version: reply.version,
});
