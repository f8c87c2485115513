"""Other words for a passage of the prose: what people type who look for it, and what its heading does not say."""

ASKED = {
    "about/#freshness": "how old is this data, up to date, outdated",
    "levers/bonus-floor/": "annual bonus, target bonus, performance bonus, guaranteed bonus",
    "levers/competing-written-offer/": (
        "multiple offers, two offers, second offer, leverage another offer, match the offer"
    ),
    "levers/current-job/": "happy at my job, not looking, staying where I am",
    "levers/decision-time/": "need time to think, extension, extend the deadline, stall",
    "levers/equity-refresh/": "refresher, evergreen grant",
    "levers/learning-budget/": "conference, courses, training, tuition",
    "levers/level-placement/": "downlevel, down leveled, downleveled, underleveled, uplevel, wrong level",
    "levers/location-band/": "cost of living, geo pay, location adjustment, remote pay cut, cheaper city",
    "levers/no-other-offer/": "only offer, no leverage, without another offer",
    "levers/relocation/": "relo, moving costs, relocation package",
    "levers/remote-work/": "work from home, wfh, hybrid, days at home, return to office",
    "levers/review-date/": "early review, raise later, performance review",
    "levers/severance-and-acceleration/": "layoff, laid off, golden parachute",
    "levers/sign-on-for-what-you-leave/": "unvested stock, forfeited bonus, losing my bonus, make whole, buyout",
    "levers/sign-on-split/": "sign on bonus, signing bonus, joining bonus, clawback",
    "levers/start-date/": "start later, delay my start",
    "levers/verbal-interest/": "verbal offer, still interviewing, late stage",
    "negotiate/": "how to negotiate, salary negotiation",
    "negotiate/#the-levers": (
        "lever, reasons for more pay, benefits, perks, 401k match, pension, retirement, health insurance, vacation,"
        " unlimited pto, parental leave"
    ),
    "negotiate/#the-numbers-opening-ask-target-floor": "anchor, minimum, lowest",
    "negotiate/#the-scripts": "what to say, example, template, email template, phone script, word for word",
    "negotiate/#the-sheet": "cheat sheet, print",
    "negotiate/#when-there-is-no-guide-or-a-thin-one": "my company is missing, not listed",
    "prepare/after/#a-counter-offer-from-the-job-you-have": (
        "counteroffer, my boss wants me to stay, current employer, resign, notice"
    ),
    "prepare/after/#compare-offers-year-by-year": (
        "which offer is better, two offers, two job offers, choose between offers, offer comparison, offer calculator,"
        " total comp, total comp calculator, tc calculator, total compensation, base salary, base pay"
    ),
    "prepare/after/#deadlines": (
        "exploding offer, offer expires, expiring, rescind, rescinded, pull the offer,"
        " withdraw"
    ),
    "prepare/after/#one-more-round-or-not": "ask again, push back, negotiate twice, second counter",
    "prepare/after/#read-the-letter-against-your-notes": (
        "offer letter, contract, before signing, sign the offer, non compete, noncompete, notice period, probation"
    ),
    "prepare/after/#say-no-well": (
        "how to say no, decline an offer, decline the offer by email, turn down, reject an offer, refuse"
    ),
    "prepare/after/#say-yes-well": "accept an offer, accepting",
    "prepare/after/#within-the-hour": "thank you email, follow up, confirm in writing, recap",
    "prepare/before/#choose-three-reasons-and-bring-proof": "first job, new grad, no experience, career change",
    "prepare/before/#if-it-goes-by-email": (
        "negotiate by email, write back, text message, counter offer letter, negotiation email"
    ),
    "prepare/before/#know-who-is-on-the-other-side": "recruiter, hiring manager, who decides",
    "prepare/before/#know-your-alternative": "walk away, batna, plan b, deal breaker, no alternative",
    "prepare/before/#questions-to-ask-before-a-number": (
        "what to ask the recruiter, ask for the range,"
        " questions for recruiter"
    ),
    "prepare/before/#read-the-figures-for-what-they-are": (
        "range in posting, range in the job posting, wide range,"
        " pay transparency, gender pay gap, market rate, below market, underpaid"
    ),
    "prepare/before/#set-three-numbers": "how much to ask for, how high, first number",
    "prepare/during/#i-need-an-answer-today": "pressure, pressured, decide now, on the spot, exploding",
    "prepare/during/#let-us-revisit-it-in-six-months": "promise of a raise, raise later, promotion later",
    "prepare/during/#silence": "pause, awkward, quiet",
    "prepare/during/#the-ask": "how to ask for more, ask for more money, how to counter",
    "prepare/during/#the-band-is-fixed": "no room, top of the band, out of range, above the range",
    "prepare/during/#the-close": "end the call, how to end",
    "prepare/during/#this-is-the-best-we-can-do": (
        "what do I say if they say no, they said no, final offer, take it or leave it, lowball, low offer, no budget,"
        " non negotiable, firm, low ball, too low"
    ),
    "prepare/during/#what-are-you-making-now": (
        "they want my current salary, salary history, past pay, previous salary, last salary, pay history, payslip,"
        " pay stub, what do you earn, what do you make"
    ),
    "prepare/during/#what-are-your-expectations": (
        "salary expectations, expected salary, desired salary, they want a number, first to say a number, salary range"
    ),
    "prepare/equity/": "tax, taxes, rsu tax, stock tax",
    "prepare/equity/#liquidity": "tender offer, sell my shares",
    "prepare/equity/#refresh-grants": "refresher, refreshers",
    "prepare/equity/#the-exercise-window": (
        "stock options after leaving, exercise after leaving, exercise period, 90 days to exercise,"
        " post termination exercise"
    ),
    "prepare/equity/#the-kinds": "options vs rsu, rsu or stock options, iso, nso",
    "prepare/equity/#vesting-and-the-cliff": "vesting schedule, one year cliff, 1 year cliff, unvested",
    "prepare/equity/#what-part-of-the-whole": (
        "dilution, percentage, fully diluted, valuation, strike price, startup equity, startup offer, how much equity"
    ),
    "prepare/honest/#never-claim-an-offer-you-do-not-hold": "bluff, fake offer, lie about an offer, lying",
    "prepare/honest/#when-they-ask-what-you-earn": (
        "they want my current salary, salary history, past pay, previous salary, lie about my salary"
    ),
    "prepare/#two-things-to-know-before-you-start": (
        "is it rude to negotiate, should I negotiate, will they take the offer back, lose the offer, greedy, afraid,"
        " nervous, scared, pushy"
    ),
}  # fmt: skip
"""By the address of the passage. They are searched as its heading is, and shown nowhere."""

ASKED_OF_LAWS = "pay law, pay transparency law, pay range law, salary range, salary history ban, equal pay"
"""The same for what the law of each place says, beside the name of the place."""
