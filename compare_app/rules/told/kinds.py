"""The kinds of facts that two short reports of one event are asked for."""

from __future__ import annotations

from operator import eq

from compare_app.rules.agreeing import may_both_be
from compare_app.rules.one_date import can_be_same
from compare_app.rules.told.ages import cannot_both_be, may_be_one_age, read_ages
from compare_app.rules.told.days import read_days, read_days_once
from compare_app.rules.told.events import (
    lie_one_way,
    read_causes,
    read_directions,
    read_outcomes,
    read_scores,
    read_tallies,
)
from compare_app.rules.told.measures import (
    are_one_magnitude,
    are_one_share,
    read_job_losses,
    read_magnitudes,
    read_raises,
    read_shares,
    read_sums,
    read_terms,
    read_vote_shares,
)
from compare_app.rules.told.people import may_be_one, read_roles
from compare_app.rules.told.ranks import read_nth, read_ranks
from compare_app.rules.told.things import may_be_one_house, read_houses, read_presence
from compare_app.rules.told.tolls import read_tolls
from compare_app.rules.told.value import Kind

KINDS = (
    Kind("number", read_ages, may_be_one_age, exclude=cannot_both_be, is_of_anybody=False),
    Kind("number", read_terms, may_both_be),
    Kind("number", read_magnitudes, are_one_magnitude),
    Kind("number", read_sums, may_both_be, may_grow=True),
    Kind("number", read_shares, may_both_be),
    Kind("number", read_raises, may_both_be),
    Kind("number", read_vote_shares, are_one_share),
    Kind("number", read_tolls, may_both_be, may_grow=True),
    Kind("number", read_job_losses, may_both_be, may_grow=True),
    Kind("number", read_tallies, eq, needed=1, idle=("votes", "words")),
    Kind("number", read_scores, eq, needed=2),
    Kind("number", read_ranks, eq),
    Kind("number", read_nth, eq, needed=2),
    Kind("class", read_directions, lie_one_way),
    Kind("name", read_houses, may_be_one_house, needed=1, is_of_anybody=False),
    Kind("negation", read_presence, eq, needed=1),
    Kind("opposite", read_outcomes, eq, needed=1),
    Kind("opposite", read_causes, eq),
    Kind("date", read_days, can_be_same, needed=1),
    Kind("date", read_days_once, can_be_same),
    Kind("name", read_roles, may_be_one, needed=1, is_of_anybody=False),
)
