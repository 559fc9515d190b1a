"""`netjournal serve`: the pages on this machine, which show every save by themselves."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from netjournal.cli.options import global_options, vault_argument, vault_root
from netjournal.cli.watch import Watching, clock_time

if TYPE_CHECKING:
    # Completion and --help import every command, and must not wait for what it works with.
    from netjournal.app.watch import Rebuilt


@click.command("serve")
@vault_argument
@click.option(
    "--port", type=click.IntRange(1, 65_000), metavar="PORT", help="The first port to try; 8470."
)
@click.option("--read-only", is_flag=True, help="Take no entries on the page.")
@click.option("--open", "opens", is_flag=True, help="Open the pages in the browser.")
@global_options
@click.pass_context
def command(
    ctx: click.Context, folder: Path | None, *, port: int | None, read_only: bool, opens: bool
) -> None:
    """Show the pages on a local address that reloads itself at every save. Ctrl-C ends it.

    Only this machine is answered. An entry can be written there, a promise ticked, and somebody
    left to rest, unless it is --read-only.
    """
    from netjournal.cli.browser import open_browser
    from netjournal.model.errors import NetjournalError
    from netjournal.vault.settings import load_settings
    from netjournal.web.server import PORT, open_server
    from netjournal.web.telling import state_after, why_no_html

    root = vault_root(ctx, folder).resolve()
    if why := why_no_html(load_settings(root).config):
        raise NetjournalError(why)
    asked = port or PORT
    server = open_server(root, asked, read_only=read_only)
    watching = Watching(ctx, root)

    def tell(rebuilt: "Rebuilt") -> None:
        is_first, before = watching.is_first, server.news.state
        server.news.change(lambda state: state_after(state, rebuilt, root, clock_time()))
        watching.tell(rebuilt)
        trouble = server.news.state.trouble
        if rebuilt.built and trouble != before.trouble and trouble:
            click.echo(f"netjournal: {trouble}.", err=True)
        if is_first:
            server.start()
            taken = "" if server.server_port == asked else f"Port {asked} is taken. "
            click.echo(f"{taken}Open {server.url}")
            if opens:
                open_browser(server.url, lambda why: click.echo(f"netjournal: {why}.", err=True))

    try:
        watching.run(tell)
    finally:
        server.stop()
