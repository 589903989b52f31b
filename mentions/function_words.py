"""The small words that the casualty grammar steers by: auxiliaries, prepositions, pronouns, adverbs."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """A set of words from a string of them."""
    return frozenset(words.split())


ARTICLES = frozenset({"a", "an", "another"})
POSSESSIVE = word_set("his her their its my our your")
DEFINITE = frozenset({"the", "this"}) | POSSESSIVE
SINGULAR_PRONOUNS = word_set("him he she himself herself me myself")
BE = word_set("was were is are be been being get gets got")
HAVE = word_set("has have had having")
FINITE = word_set("was were is are has have had")
MODAL = word_set("would could may might can will shall should must")
ORDINALS = word_set("second third fourth fifth sixth seventh eighth ninth tenth")
MONTHS = word_set(
    "january february march april may june july august september october november december jan feb mar "
    "apr jun jul aug sep sept oct nov dec"
)
WEEKDAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
PREPOSITIONS = word_set(
    "of in at on by from to into near with without for against between among amid during after before "
    "since until when while as because that which who whom whose where if over under outside inside "
    "around along across through towards toward about behind beside off out up down via per including "
    "despite following within than like belonging aboard onto upon above below beyond throughout opposite "
    "alongside versus besides"
)
# Verbs of war reporting: a noun phrase ends before them.
VERBS = word_set(
    "do does did done said says say told tells reported reports report according claimed claims added "
    "adding left went came took made found began started happened occurred exploded detonated fired "
    "opened hit struck stormed attacked raided clashed ambushed targeted fled escaped carried launched "
    "destroyed damaged captured abducted kidnapped arrested detained missing"
)
# No noun phrase of people goes on over one of these.
CLOSED = BE | HAVE | MODAL | PREPOSITIONS | MONTHS | WEEKDAYS | VERBS | word_set(
    "and or but nor not so yet then also too it they them we us he she him i you there here this that "
    "these those the a an his her their its my our your himself herself themselves itself what how why "
    "both either neither only yesterday today tonight tomorrow overnight late early meanwhile however "
    "instantly again ago later earlier last next once just even still already now soon s half another "
    "critically seriously severely slightly badly mostly mainly many some"
)  # fmt: skip
NOT_ADVERBS = word_set(
    "family elderly early friendly italy july supply ally reply assembly deadly daily only"
)
ADVERBS = word_set("also since already later just either then still")
SAYING = word_set("said say says told reported report confirmed stated added announced")

NEGATIONS = word_set(
    "not n't never nor cannot didn't wasn't weren't hasn't haven't don't doesn't didnt wasnt werent "
    "without denied denies deny denying avoid avoiding avoided prevent preventing prevented"
)
# "was reported to have killed", "shot to death": what comes is told as done, unlike "wanted to kill".
REPORTED = word_set(
    "reported said believed thought alleged known claimed understood presumed feared shot led"
)
# Words of a verb group between its auxiliary and the act: "are believed to have been killed".
IN_VERB_GROUP = WEEKDAYS | word_set(
    "believed reported feared said thought presumed confirmed found pronounced declared known understood "
    "alleged to both all later left instantly estimated either being yesterday today overnight tonight "
    "weekend this morning afternoon evening night last the on in early late hours of , subsequently"
)  # fmt: skip
PARTICIPLES = word_set("shot beaten taken hit struck blown stabbed caught torn burnt thrown run")
INTENT = word_set(
    "aimed plot plotting plan planning planned attempt attempted intention intending intended failed idea "
    "hope"
)
# A noun phrase after one of these is no subject: "an attack by five gunmen was".
NOT_SUBJECT_AFTER = word_set(
    "in at near by from against on between into targeting of to towards toward inside under behind around "
    "outside"
)
SUBORDINATORS = word_set("; : when while before because but if where although though until unless")


def is_adverb(word: str) -> bool:
    """Words in -ly that may stand inside a verb group, and the few others."""
    return (word.endswith("ly") and word not in NOT_ADVERBS) or word in ADVERBS
