"""How a page speaks of targets: as wishes once there are own ones, as usual ones before."""

from netjournal.model.config import Config, Targets

TO_START_FROM = (
    "You have set no targets of your own yet: these are the usual ones to start from. Yours go "
    "under `[targets]` in netjournal.toml."
)


def are_own(config: Config) -> bool:
    """Whether the settings say what is wanted, be it just what is usual."""
    return config.targets != Targets()


def where_wanted(wanted: object, config: Config) -> str:
    """What is wanted, after what there is: `where you want 35`."""
    said = "where you want" if are_own(config) else "where the usual target is"
    return f"{said} {wanted}"
