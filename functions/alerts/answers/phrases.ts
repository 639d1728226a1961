/** What villagers write, as patterns over text that `tidy` has made plain: lower case, half-width, single spaces, apostrophes gone. */

/** The whole message says: no more messages. */
export const STOP = /^(stop|stop all|stopall|unsubscribe|td|t|退订|退订短信|取消订阅)$/;

/** A refusal of help, or help that has been: taken out before a cry is looked for. Doubt is left in: it then counts as a cry. */
export const NO_CRY = /(不用|不需要|无需|不必|用不着)(再|来|你们|人)?(帮忙|帮助|帮|求救|救)|(?<!没|没有|未|不)(得救|获救|被救)(出来)?了?|\b(do ?nt|do not) need (any |your )?(help|rescue)\b|\bno need (for|of) (help|rescue)\b|\bno help (is )?(needed|required|necessary)\b|\bhelp (is )?not (needed|required|necessary)\b/g;
export const CRY = /救|求助|帮忙|帮帮|帮我|帮助|需要帮|要帮|来帮|来人|被困|困住|困在|快来|走不了|走不动|走不掉|出不去|出不来|动不了|逃不|受伤|淹到|被淹|流血|晕倒|\b(not (been )?rescued|(nobody|no one) (has )?(helped|came|come)|help|sos|mayday|trapped|stuck|rescue|injured|hurt|drowning|bleeding|cant (get out|move|leave|walk)|cannot (get out|move|leave|walk))\b/;

/** Asks instead of telling. */
export const QUESTION = /[?]|吗|没有?$|么$/;

export const AWAY = /都?(不|没)在(村|家|屋)(里|上)?|家里?没人|没人在家|不在(?!了)|在?外地|在外(面|头|打工)|打工|出差|走亲戚|\bnot (in (the )?village|(at )?home|here|there)\b|\b(are|am|is|were|im|all|both) away\b|\bout of (town|the village)\b|^away$/g;

/** One person speaks of one person: that says nothing of the others in the house. */
export const ONE_OF_THEM = /我(?!们|家)|爷|奶|爸|妈|他(?!们)|她(?!们)|老人|孩子|儿子|女儿|老公|老婆|\b(i|im|my|he|she|grand\w*|father|mother|son|daughter|wife|husband)\b/;
export const ALL_OF_THEM = /都|全|一家|家里没人|没人在家|\b(all|both|everyone|everybody)\b/;

/** Somebody stayed, came back, or only a part left. */
export const STAYED = /没走|没有走|没全走|没都走|不走|不肯|不愿|不想走|没撤|没转移|没离开|有人没|还有(一|两|二|三|四|\d+)?(个|人|位)|有人(在|还在|留)|还在|留下|留守|留在|在家|在屋|回来了|又回|回家了|一部分|有的|只有|只走|只剩|还剩|剩下|剩(一|两|二|三|\d)|除了|除(爷|奶|他|她|我)|\b(stay(s|ed|ing)?|remain(s|ed|ing)?|refuse(s|d)?|behind|came back|went back|gone back|come back|still (here|home|there|inside|in)|at home|in the house|inside|wont (leave|go)|will not (leave|go)|(did ?nt|did not|have ?nt|have not|has ?nt|has not|not) (yet )?(all )?(left|leave|leaving|gone|go|moved|evacuated)|not (all|everyone|everybody)|(nobody|no one|none) (has |have )?(left|gone|moved)|all but|except|only)\b/;

/** Will leave, is leaving: heard, not done. */
export const SOON = /(就要|快要|正要|快|马上|准备|正在|正|这就|打算|等下|等会|一会|待会|要)(就|要|去|先)?(走|撤|转移|离开|搬|出门|上山)|\b(leaving|will leave|going to|about to|on (my|our|the) way|getting ready|packing|soon)\b/;

/** All of them have left. "4 left" alone is not here: it may as well mean that four are left. */
export const LEFT = /(走|撤|撤离|转移|离开|搬|搬走|疏散|出来|下山)(了|完|光|好|掉|走了)|已经?(全部?|都|全都)?(走|撤|转移|离开|搬|疏散)|(全|都|全部)(走|撤|转移|离开|搬|疏散)|转移$|走完|到(了)?(学校|安置点|避险点|避难所|村部|高处|山上)了?|\b((we|all|us|everyone|everybody|family|have|has) (of us )?(have |has |all |\d{1,2} |four |three |two )*(left|gone|out|moved|evacuated)|left the house|all out|are (all )?out|evacuated|moved out|we left)\b/;

/** Heard, and no more. */
export const GOT_IT = /收到|知道了|明白了|了解|好的|收悉|谢谢|多谢|\b(ok|okay|got it|gotit|received|understood|roger|noted|thanks|thank you|i see|will do)\b|^(好|行|嗯|是|哦|知道|明白|yes|y|k)$/;
export const NOT_HEARD = /没收到|没有收到|不知道|不明白|不了解|听不懂|看不懂|什么意思|\b(not|never|did ?nt) (received?|understood|understand|get it)\b/;

/** A figure before one of these counts or names something and is no answer's number. */
export const COUNTER = /^ ?(个|人|口|名|位|号|楼|组|队|点|岁|天|米|小时|分钟|月|年|家|户|块|斤|%|people\b|persons?\b|of us\b|left\b|hours?\b|minutes?\b|days?\b|oclock\b|st\b|nd\b|rd\b|th\b|years?\b|kids?\b|children\b|adults?\b)/;
export const PREFIX = /^(请)?(回复?|答复?|回答|选择?|按|发|reply|answer|option|choose|press)( with)?[ :]*(?=[1-4])/;
