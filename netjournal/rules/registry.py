"""Every rule, by hand and in the order of codes; a new rule is one file and one line here."""

from datetime import date

from netjournal.model.config import Config
from netjournal.model.diagnostic import Diagnostic, in_reading_order
from netjournal.model.index import Index
from netjournal.rules import (
    ambiguous_link,
    bad_setting,
    bad_value,
    changed_by_yaml,
    conflict_copy,
    conflict_marker,
    control_character,
    damaged_file,
    duplicate_key,
    duplicate_name,
    empty_file,
    empty_front_matter,
    file_too_large,
    foreign_file,
    future_date,
    hidden_character,
    introduced_in_a_ring,
    long_name,
    loose_value,
    many_fields,
    misspelt_field,
    no_front_matter,
    not_fields,
    odd_fence,
    remote_content,
    template_error,
    too_complex,
    unclosed_front_matter,
    unknown_contact,
    unknown_field,
    unknown_industry,
    unknown_relationship,
    unknown_setting,
    unreadable_file,
    unresolved_link,
    unsafe_address,
    wrong_encoding,
    yaml_syntax,
    yaml_tag,
)
from netjournal.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    unreadable_file.RULE,
    wrong_encoding.RULE,
    damaged_file.RULE,
    empty_file.RULE,
    file_too_large.RULE,
    control_character.RULE,
    hidden_character.RULE,
    conflict_marker.RULE,
    conflict_copy.RULE,
    unresolved_link.RULE,
    ambiguous_link.RULE,
    yaml_syntax.RULE,
    duplicate_key.RULE,
    misspelt_field.RULE,
    unknown_field.RULE,
    bad_value.RULE,
    loose_value.RULE,
    future_date.RULE,
    changed_by_yaml.RULE,
    unknown_relationship.RULE,
    not_fields.RULE,
    unclosed_front_matter.RULE,
    odd_fence.RULE,
    empty_front_matter.RULE,
    no_front_matter.RULE,
    too_complex.RULE,
    many_fields.RULE,
    yaml_tag.RULE,
    unsafe_address.RULE,
    long_name.RULE,
    duplicate_name.RULE,
    unknown_industry.RULE,
    introduced_in_a_ring.RULE,
    template_error.RULE,
    remote_content.RULE,
    foreign_file.RULE,
    unknown_setting.RULE,
    bad_setting.RULE,
    unknown_contact.RULE,
)


def check_index(index: Index, config: Config, as_of: date) -> tuple[Diagnostic, ...]:
    """Every problem of the notes of a vault on a day, in reading order."""
    found = [problem for rule in RULES for problem in rule.find(index, config, as_of)]
    return tuple(sorted(found, key=in_reading_order))
