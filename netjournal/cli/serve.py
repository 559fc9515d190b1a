"""`netjournal serve`: the pages on this machine, which show every save by themselves."""

import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING

import click

from netjournal.cli.options import global_options, vault_argument, vault_root
from netjournal.cli.watch import Watching

if TYPE_CHECKING:
    # Completion and --help import every command, and must not wait for what it works with.
    from netjournal.app.watch import Rebuilt


@click.command("serve")
@vault_argument
@click.option(
    "--port", type=click.IntRange(1, 65_000), metavar="PORT", help="The first port to try; 8470."
)
@click.option("--open", "opens", is_flag=True, help="Open the pages in the browser.")
@global_options
@click.pass_context
def command(ctx: click.Context, folder: Path | None, *, port: int | None, opens: bool) -> None:
    """Show the pages on a local address that reloads itself at every save. Ctrl-C ends it.

    Only this machine is answered, and nothing can be changed there.
    """
    from netjournal.model.errors import NetjournalError
    from netjournal.vault.settings import load_settings
    from netjournal.web.news import News
    from netjournal.web.server import PORT, open_server

    root = vault_root(ctx, folder)
    if "html" not in load_settings(root).config.build.formats:
        raise NetjournalError("the settings build no HTML: add it to [build] formats")
    news = News()
    server = open_server(root.resolve() / "site", news, port or PORT)
    watching = Watching(ctx, root)

    def tell(rebuilt: "Rebuilt") -> None:
        is_first = watching.is_first
        watching.tell(rebuilt)
        news.publish(watching.summary(rebuilt))
        if is_first:
            server.start()
            click.echo(f"Open {server.url}")
            if opens:
                webbrowser.open(server.url)

    try:
        watching.run(tell)
    finally:
        server.stop()
