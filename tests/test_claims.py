"""Which words claim an offer in the first person, in a script and in prose."""

import pytest

from guidebook.checks.claims import claims_an_offer
from guidebook.checks.spoken import claimed_in

CLAIMS = [
    "My other option pays $240K.",
    "Someone else is offering $240K.",
    "A competitor is ready to pay me $240K.",
    "I could sign elsewhere tomorrow for $240K.",
    "I got a better number elsewhere, $240K.",
    "I have something else on the table at $240K.",
    "I am considering two offers at the moment.",
    "My current offers are above this.",
    "Can you beat the $240K that I was promised elsewhere?",
    "I've been made an offer of $250K.",
    "I've secured an offer at $250K.",
    "Can you match my offer of $250K?",
    "There's an offer on my desk for $250K.",
    "I got offered $250K.",
    "I'm weighing two offers.",
    "I don't want to pressure you and I have an offer of $250K.",
    "Another company has put $250K on the table for me.",
    "I have another offer at $250K.",
    "I hold a written offer from Harbour.",
    "I've received an offer of $250K.",
    "I\u2019ve received an offer of $250K.",
    "I already have an offer of $250K.",
    "I do have an offer of $250K.",
    "I have two offers.",
    "I am sitting on an offer of $250K.",
    "My other offer is $250K.",
    "They offered me $250K.",
    "Harbour has offered me $250K.",
    "Another company is offering me $250K.",
    "I was offered $250K elsewhere.",
    "I am holding $250K from a rival.",
    "With a competing offer at $250K I would still choose you.",
    "There is a better offer on my desk.",
    "I got a counteroffer.",
    "I can't say who, but I have a written offer at $250K.",
    "Without naming them, I have another offer.",
    "No pressure, but I have an offer from Harbour.",
    "If you cannot move, I have another offer to take.",
    "I have a Cellar.com offer of €120K base.",
    "I also have a strong, fully written offer of $280K.",
    "I have a L\u2019Harbour offer of €90K.",
    "I have a Harbour (North Bay) offer of £300K.",
    "I have Harbour at $280K base and Cellar at $300K.",
    "I have a competing bid of $280K from Harbour.",
    "Harbour has put $240K in writing.",
    "I was extended $240K by Harbour.",
    "Two firms have made me offers in the $300K range.",
    "I hold a signed term sheet from Harbour at $280K.",
    "I turned down $300K from Harbour to be here.",
    "My current alternative is Harbour at $210K, signed.",
]
HONEST = [
    "I am not looking elsewhere, and $240K would settle it.",
    "If somebody else is offering the role more, tell me.",
    "I compared what you post with what is posted elsewhere.",
    "I have been offered the role.",
    "The role offers me room to grow.",
    "Thank you for the second offer.",
    "I'd like a better offer.",
    "This is a better offer than I expected.",
    "If I had an offer in hand I would say so.",
    "I have no other offer.",
    "I do not hold another offer, and I would not claim one.",
    "If I had another offer, I would say so.",
    "Thank you for the offer.",
    "I have read your offer.",
    "I have a question about your offer.",
    "I have thought about the offer and I want to join.",
    "I have until Friday to answer your offer.",
    "The base you offered me is below the posted band.",
    "Could you send me the written offer by Friday?",
    "An offer with a base of $245K would get my yes today.",
    "Can we look at the offer at six months?",
    "I am happy with your offer.",
    "Could the offer come in at $250K base?",
    "Thank you for the offer at $210K. I would like $240K base.",
    "If you can make an offer at $250K base, I will sign today.",
    "I know your offers at this level are from $200K to $250K.",
    "We have a deal if the offer lands at $250K.",
    "Your team has made me an offer of $210K.",
    "You offered $210K; I would like $240K base.",
    "I have ten years here, and an offer at $250K base would close it.",
    "I have $2M in bookings from Harbour.",
    "Our finance team put $2M into this line.",
]

TEXTS = [
    'If you want more, say: "I have a written offer from Meta at $240K."',
    'Say: "I have a written offer from Meta at $240K." Do not blink.',
    "Tell them that you have an offer from another company, even where it is only talk.",
    'Say: "I hold a written offer from Harbour at $300K."',
    "Then say: I have an offer from Harbour at $300K.",
    "> “I was offered $250K elsewhere”",
    "Wait. My other offer is $250K.",
    'First ask. Then: "I have two offers."',
]
HONEST_TEXTS = [
    'One candidate wrote in 2026: "I had an offer from Google and they matched it."',
    'Nobody needs "I have a competing offer". Ask for the level instead.',
    'Those who hold a written offer can say: "I hold a written offer."',
    "In my reading, candidates with a competing offer hear back sooner.",
    "If you have an offer, tell them that you have an offer.",
    'Never say "I have another offer" when you hold none.',
    "Don\u2019t bluff. “I have another offer” is easily checked.",
    'Claims such as "I have two offers" are lies where you hold one.',
    'If you hold an offer, say "I hold an offer from them."',
    "Other employers make offers from $200K up.",
    "Offers from Harbour at Phase I offers from $3K.",
    "Recruiters told me that the grant is fixed.",
]


@pytest.mark.parametrize("script", CLAIMS)
def test_claim_of_an_offer_is_seen(script):
    assert claims_an_offer(script)


@pytest.mark.parametrize("script", HONEST)
def test_honest_words_are_no_claim(script):
    assert not claims_an_offer(script)


@pytest.mark.parametrize(
    "script", ["The written offer from Harbour is strong.", "Harbour\u2019s people offered me $210K."]
)
def test_an_offer_of_the_company_itself_is_no_claim(script):
    assert claims_an_offer(script)
    assert not claims_an_offer(script, "Harbour")


HONEST_QUESTIONS = [
    "Can I have a written offer before I hand in my notice?",
    "Once I have an offer, how many days do I have to answer?",
    "After I have received an offer, whom do I ask about the level?",
    "Would a few days more be possible once I have a written offer from the team?",
    "Do you match other offers, and who decides on it?",
    "How often do offers from this team change?",
]


@pytest.mark.parametrize("question", HONEST_QUESTIONS)
def test_a_question_about_offers_is_no_claim(question):
    assert claimed_in(question) is None


@pytest.mark.parametrize("text", TEXTS)
def test_words_to_say_within_a_text_are_read_as_a_script(text):
    assert claimed_in(text)


@pytest.mark.parametrize("text", HONEST_TEXTS)
def test_what_a_text_advises_against_is_no_claim(text):
    assert claimed_in(text) is None
