"""Industries that the list of industries doesn't have: perhaps slips, and said to be so."""

from functools import lru_cache

from netjournal.model.industry import Industry
from netjournal.model.names import did_you_mean
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.words import listed

_MOST_NAMED = 3

_likely = lru_cache(maxsize=1024)(did_you_mean)
"""Comparing a word with all of the list takes a while, and most are the same after a change."""


def about_unlisted(industry: Industry, assessment: Assessment) -> str:
    """That an industry isn't in the list, and what it may be meant to be; nothing if it is."""
    if industry.key in assessment.config.taxonomy.industries:
        return ""
    likely = _likely(industry.label, assessment.config.taxonomy.words())
    return "not a known industry" + (f" (did you mean {likely}?)" if likely else "")


def unlisted_in_words(assessment: Assessment) -> str:
    """The industries of allies and acquaintances that the list doesn't have; nothing without."""
    known, all_of_them = assessment.config.taxonomy.industries, assessment.index.taxonomy.industries
    found = [all_of_them[key] for key in assessment.active_by_industry if key not in known]
    if not found:
        return ""
    named = [
        f"{each.label}{about_unlisted(each, assessment).removeprefix('not a known industry')}"
        for each in found[:_MOST_NAMED]
    ]
    if len(found) > len(named):
        named.append(f"{len(found) - len(named):,} others")
    what = "Not a known industry" if len(found) == 1 else "Not known industries"
    return f"{what}, though counted here: {listed(named)}."
