"""`netjournal schema`: prints the JSON Schema of the front matter."""

import click

from netjournal.cli.options import global_options


@click.command("schema")
@global_options
def command() -> None:
    """Print the JSON Schema of a contact's front matter, for editors that check YAML."""
    import json

    from netjournal.app.schema import front_matter_schema

    click.echo(json.dumps(front_matter_schema(), indent=2, ensure_ascii=False))
