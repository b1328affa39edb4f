"""What the people of the sample launch wrote: a market place for used machines moves to sealed second-price bids."""

from datetime import date

PEOPLE = {
    "Ines Castellano": ["launch-sponsor"],
    "Priya Raman": ["launch-manager"],
    "Mira Okafor": ["pm"],
    "Jonas Reyes": ["pmm"],
    "Dev Lindqvist": ["engineering-lead"],
    "Bo Nguyen": ["qa-lead"],
    "Sofia Marchetti": ["design-lead", "ux-researcher"],
    "Leila Haddad": ["data-analyst"],
    "Amara Diallo": ["security-privacy-lead"],
    "Henrik Solberg": ["legal-counsel"],
    "Yuki Tanabe": ["technical-writer"],
    "Kofi Ansah": ["support-lead"],
    "Owen Achterberg": ["customer-success-lead"],
    "Tessa Brandt": ["sales-lead"],
    "Nadia Volkov": ["sales-enablement-lead"],
    "Rafael Moreno": ["sales-engineer"],
    "Hana Petrova": ["demand-generation-lead", "web-lead"],
    "Camille Laurent": ["pr-lead"],
    "Marek Zielinski": ["finance-partner"],
}
"""Nobody yet holds the role of competitive analyst."""

AWAY = {
    "jonas-reyes": (date(2027, 2, 25), date(2027, 2, 26), "Dealer fair"),
    "owen-achterberg": (date(2027, 3, 8), date(2027, 3, 9), "Leave"),
    "leila-haddad": (date(2027, 3, 8), date(2027, 3, 12), "Leave"),
    "amara-diallo": (date(2027, 3, 15), date(2027, 3, 19), "Audit at the other site"),
}

BEARINGS = {
    "B1": "Mandate stands. Launch day is a target until the load test of week 5.",
    "B2": "Spec v1 is frozen. No open question above “low”. Launch day is a target.",
    "B3": "Release candidate 1 runs behind the flag. Two known defects, neither of the top severity.",
    "B4": "Feature works for the beta cohort. Load test still running. Launch day is a forecast.",
}

ITEMS = {
    "B1-1": ("ready", "Charter v3: 400 sealed auctions a week by 30 June 2027"),
    "B1-2": ("ready", "Charter, section 2: a fifth of yearly revenue runs through auctions"),
    "B1-3": ("ready", "Charter, first line: Tuesday 30 March 2027, target"),
    "B1-4": ("ready", "Budget note of 15 January: 85,000 euros, spent by Jonas Reyes"),
    "B1-5": ("ready", "Decision map, draft 2: 19 decisions, one decider each"),
    "B2-1": ("ready", "Spec v1, frozen on 29 January, mechanisms M1 to M4"),
    "B2-2": ("ready", "Metric sheet v1"),
    "B2-3": ("ready", "Event list v1, 14 events, dashboard sketch"),
    "B2-4": ("ready", "Prototype 6, nine usability findings, two of them open"),
    "B2-5": ("ready", "Risk list of 28 January"),
    "B2-6": ("ready", "Spec v1, section 7: no proxy bids, no auctions across currencies"),
    "B2-7": ("ready", "Review list: payment in depth, the rest by checklist"),
    "B3-1": ("ready", "Build 2027.02.11-rc1, installed from clean by Bo Nguyen"),
    "B3-2": ("ready", "Change list of 11 February, 6 changes, set beside the log"),
    "B3-3": ("ready", "Data set 4, 31 of 33 cases"),
    "B3-4": ("ready", "Screenshots of 11 February: 14 events with the flag on, none with it off"),
    "B3-5": ("ready", "Defects 118 and 121, each with what the bidder sees"),
    "B3r-1": ("draft", "Test report, 21 of 33 cases run"),
    "B3r-3": ("draft", "Load test at 2,000 bids a minute: first run done"),
    "B4-1": ("draft", "Spec v2, not frozen before Wednesday 24 February"),
    "B4-2": ("draft", "Dashboard of the beta, 38 accounts so far"),
    "B4-3": ("ready", "Mechanisms M1 to M4 on one page"),
    "B4-4": ("ready", "Interviews 3 and 8: a fleet dealer gains, a single seller with one lot does not"),
    "B4-5": ("ready", "Limits list v1, 7 limits"),
    "B4-6": ("missing", ""),
    "B4-7": ("ready", "Rollout plan: 5, 25, 100 percent, each with its stop rule"),
    "B4-8": ("ready", "Recording of 17 February, Jonas Reyes alone"),
    "B4-9": ("draft", "Five quotes, consent of two still open"),
    "B4-10": ("ready", "Risk list of 15 February, 6 risks"),
    "B4-11": ("ready", "Cost note: 0.021 to 0.028 euros a bid, from the finance ledger"),
    "B4-12": ("missing", ""),
}

READ_BACKS = {
    "B1": (
        ("400 sealed auctions a week by 30 June 2027.", ""),
        ("Because a fifth of our revenue runs through auctions.", ""),
        ("It is a target. Only Jonas moves it, and he hears me first.", ""),
        ("Scope and the product-ready date. Price is for the sponsor.", ""),
    ),
    "B2": (
        ("M1 to M4: sealed bids, second price, reserve band, random close.", ""),
        ("Proxy bids, and auctions across currencies.", ""),
        ("Bids per auction. Today 3.1.", "3.1 counted withdrawn bids. Without them it is 2.8."),
        ("How ties are broken. Mira decides by 3 February.", ""),
        ("How it is built, as long as the 14 events stay.", ""),
    ),
    "B3": (
        ("Six changes, the largest is the tie rule: the earlier bid wins.", ""),
        ("118: the reserve band flickers. 121: a bid in the last second shows late.", ""),
        ("Flag sealed_bids, by market. Off again within a minute.", "By market and by seller."),
        ("All 33 cases passed, or each gap accepted by its decider.", ""),
    ),
}

UNDER_WAY = {"TE1": 65, "TE2": 80, "TE3": 40, "TE4": 70, "TE5": 35, "TE7": 10}
"""Task to percent. The pull list (TE4) was to be done on Wednesday."""

NOTES = {
    "TE2": "Second run at 4,000 bids a minute on Thursday night.",
    "TE4": "Eleven questions so far; the three on price wait for Marek.",
    "TE5": "Amara looks at the payment path first.",
    "TR4": "The old auction page keeps its address.",
}

BACKUPS = {
    "TE1": "Dev Lindqvist",
    "TE6": "Bo Nguyen",
    "PO3": "Nadia Volkov",
    "TR1": "Tessa Brandt",
    "RA1": "Mira Okafor",
    "RA2": "Bo Nguyen",
}

DECIDED = {
    "D1": ("First on the roadmap of the quarter", "Two of three dealer interviews asked for it", date(2027, 1, 18)),
    "D2": ("Tier 1", "A fifth of yearly revenue runs through auctions", date(2027, 1, 21)),
    "D3": ("Proxy bids stay out", "They would cost two weeks and serve 3 % of bidders", date(2027, 2, 9)),
    "D4": ("One service for sealed bids, beside the old one", "The old one can be left alone", date(2027, 1, 28)),
}

METRICS = {
    "M-dau": ("5,200 bidders", "6,500 bidders by 30 June"),
    "M-mau": ("31,000 bidders", "36,000 bidders by 30 June"),
    "M-stickiness": ("17 %", "18 %"),
    "M-activation": ("41 % within 7 days", "50 % within 7 days"),
    "M-feature-use": ("0 %", "30 % of eligible sellers in week 12"),
    "M-retention": ("62 % on day 7, 38 % on day 30, 1,900 bidders", "65 % on day 7, 42 % on day 30"),
    "M-latency-p95": ("310 ms for placing a bid", "250 ms; stop above 400 ms"),
    "M-error-rate": ("0.4 %", "0.3 %; stop above 1 %"),
    "M-churn-touched": ("2.1 % a quarter", "no more than without it"),
    "M-tickets": ("19", "15"),
    "M-pipeline": ("0", "1.2 million euros sourced by 30 June"),
    "M-conversion": ("visit to first bid 4.8 %", "visit to first bid 6 %"),
    "M-win-rate": ("34 %, 53 deals", "40 %"),
    "M-sales-cycle": ("47 days, dealers", "40 days, dealers"),
    "M-teach-back": ("new", "90 % of 24 reps"),
    "M-message-recall": ("new", "6 of 8"),
    "M-first-pass-yield": ("new", "between 60 and 85 %"),
    "M-days-lost": ("new", "at most 3"),
    "M-ownership-debt": ("new", "0 from week 3 on"),
}
"""Acquisition cost and promoter score still lack their numbers."""

READINGS = {
    "M-latency-p95": ((date(2027, 2, 16), 287.0), (date(2027, 2, 17), 271.0)),
    "M-error-rate": ((date(2027, 2, 16), 0.5), (date(2027, 2, 17), 0.4)),
}

RISKS = {
    "R1": (
        "Bids pile up in the last minute",
        "Dev Lindqvist",
        "More than 3,000 bids a minute in one market",
        "Close that market's auctions over five minutes instead of one",
        ("B3r", "B4"),
    ),
    "R2": (
        "Dealers read “sealed” as “secret”",
        "Jonas Reyes",
        "Two of eight target customers say so in the message test",
        "Lead with “you pay the second price” and drop the word",
        ("B5",),
    ),
    "R3": (
        "The payment review finds more than a checklist can settle",
        "Amara Diallo",
        "A finding of the top severity by 24 February",
        "Launch with invoices only, cards two weeks later",
        ("B4",),
    ),
    "R4": (
        "Too few beta accounts for a number anybody may quote",
        "Leila Haddad",
        "Fewer than 40 accounts on 24 February",
        "Quote the cases, not the average",
        ("B4",),
    ),
    "R5": (
        "A rival lowers its commission in March",
        "Tessa Brandt",
        "A price list below 4 %",
        "Hold the price and show the second-price saving",
        ("B5", "B6"),
    ),
    "R6": (
        "Help articles are not live on launch day",
        "Yuki Tanabe",
        "An article without a reviewer on 19 March",
        "Publish the five most asked, date the rest",
        ("B7",),
    ),
}

MECHANISMS = {
    "M1": "Sealed bids: nobody sees another bid before the close",
    "M2": "The winner pays the second-highest bid",
    "M3": "A reserve band shows how far the seller would go",
    "M4": "Bidding closes at a random moment of the last minute",
}

WAIVED = (
    "OWN003",
    "TR9",
    "Support shares the early shift in March; Kofi Ansah answers for it in the weekly.",
    "priya-raman",
    date(2027, 3, 5),
)
"""Rule, part, reason, who accepted it, and until when."""
