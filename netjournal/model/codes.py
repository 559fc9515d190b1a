"""Every kind of problem that netjournal reports, in the order of its code.

NJ0xx the file as a whole, NJ1xx links, NJ2xx front matter and fields, NJ3xx people and
industries, NJ4xx templates and pages, NJ5xx settings.
"""

from netjournal.model.diagnostic import Code, Severity

_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

UNREADABLE_FILE = Code("NJ001", "unreadable-file", _ERROR)
WRONG_ENCODING = Code("NJ002", "wrong-encoding", _ERROR)
DAMAGED_FILE = Code("NJ003", "damaged-file", _ERROR)
EMPTY_FILE = Code("NJ004", "empty-file", _WARNING)
FILE_TOO_LARGE = Code("NJ005", "file-too-large", _ERROR)
CONTROL_CHARACTER = Code("NJ006", "control-character", _ERROR)
HIDDEN_CHARACTER = Code("NJ007", "hidden-character", _WARNING)
CONFLICT_MARKER = Code("NJ008", "conflict-marker", _ERROR)
CONFLICT_COPY = Code("NJ009", "conflict-copy", _WARNING)

UNRESOLVED_LINK = Code("NJ101", "unresolved-link", _WARNING)
AMBIGUOUS_LINK = Code("NJ102", "ambiguous-link", _WARNING)

YAML_SYNTAX = Code("NJ201", "yaml-syntax", _ERROR)
DUPLICATE_KEY = Code("NJ202", "duplicate-key", _ERROR)
MISSPELT_FIELD = Code("NJ203", "misspelt-field", _WARNING)
UNKNOWN_FIELD = Code("NJ204", "unknown-field", _INFO)
BAD_VALUE = Code("NJ205", "bad-value", _ERROR)
LOOSE_VALUE = Code("NJ206", "loose-value", _WARNING)
FUTURE_DATE = Code("NJ207", "future-date", _WARNING)
CHANGED_BY_YAML = Code("NJ208", "changed-by-yaml", _WARNING)
UNKNOWN_RELATIONSHIP = Code("NJ209", "unknown-relationship", _WARNING)
NOT_FIELDS = Code("NJ210", "not-fields", _ERROR)
UNCLOSED_FRONT_MATTER = Code("NJ211", "unclosed-front-matter", _ERROR)
ODD_FENCE = Code("NJ212", "odd-fence", _WARNING)
EMPTY_FRONT_MATTER = Code("NJ213", "empty-front-matter", _WARNING)
NO_FRONT_MATTER = Code("NJ214", "no-front-matter", _INFO)
TOO_COMPLEX = Code("NJ215", "too-complex", _ERROR)
MANY_FIELDS = Code("NJ216", "many-fields", _WARNING)
YAML_TAG = Code("NJ217", "yaml-tag", _ERROR)
UNSAFE_ADDRESS = Code("NJ218", "unsafe-address", _WARNING)
LONG_NAME = Code("NJ219", "long-name", _WARNING)

DUPLICATE_NAME = Code("NJ301", "duplicate-name", _WARNING)
UNKNOWN_INDUSTRY = Code("NJ302", "unknown-industry", _WARNING)
INTRODUCED_IN_A_RING = Code("NJ303", "introduced-in-a-ring", _WARNING)

TEMPLATE_ERROR = Code("NJ401", "template-error", _ERROR)
REMOTE_CONTENT = Code("NJ402", "remote-content", _WARNING)
FOREIGN_FILE = Code("NJ403", "foreign-file", _WARNING)

UNKNOWN_SETTING = Code("NJ501", "unknown-setting", _WARNING)
BAD_SETTING = Code("NJ502", "bad-setting", _ERROR)
UNKNOWN_CONTACT = Code("NJ503", "unknown-contact", _WARNING)

CODES: tuple[Code, ...] = (
    UNREADABLE_FILE,
    WRONG_ENCODING,
    DAMAGED_FILE,
    EMPTY_FILE,
    FILE_TOO_LARGE,
    CONTROL_CHARACTER,
    HIDDEN_CHARACTER,
    CONFLICT_MARKER,
    CONFLICT_COPY,
    UNRESOLVED_LINK,
    AMBIGUOUS_LINK,
    YAML_SYNTAX,
    DUPLICATE_KEY,
    MISSPELT_FIELD,
    UNKNOWN_FIELD,
    BAD_VALUE,
    LOOSE_VALUE,
    FUTURE_DATE,
    CHANGED_BY_YAML,
    UNKNOWN_RELATIONSHIP,
    NOT_FIELDS,
    UNCLOSED_FRONT_MATTER,
    ODD_FENCE,
    EMPTY_FRONT_MATTER,
    NO_FRONT_MATTER,
    TOO_COMPLEX,
    MANY_FIELDS,
    YAML_TAG,
    UNSAFE_ADDRESS,
    LONG_NAME,
    DUPLICATE_NAME,
    UNKNOWN_INDUSTRY,
    INTRODUCED_IN_A_RING,
    TEMPLATE_ERROR,
    REMOTE_CONTENT,
    FOREIGN_FILE,
    UNKNOWN_SETTING,
    BAD_SETTING,
    UNKNOWN_CONTACT,
)
