"""A vault that is watched and served, on the pages of which something is written down."""

import http.client
import re
from datetime import date
from pathlib import Path
from urllib.parse import urlencode

from netjournal.app.watch import Watched
from netjournal.web.news import State
from netjournal.web.server import ADDRESS, open_server
from netjournal.web.telling import state_after

TODAY = date(2026, 11, 24)
ANA = """---
name: Ana Lopez
relationship: ally
---
## Log
- 2026-11-03 Lunch.
- [ ] Send the **book** (due 2026-11-30)
"""
FORM = "application/x-www-form-urlencoded"


class Served:
    """The server of a small vault, with what it answers; it knows of each save when told to."""

    def __init__(self, root: Path, *, read_only: bool = False) -> None:
        self.root = root
        self.write("contacts/ana-lopez.md", ANA)
        self.write("contacts/ben-osei.md", ANA.replace("Ana Lopez", "Ben Osei"))
        self.write("contacts/ben-ito.md", "---\nname: Ben Ito\norganization: Acme\n---\n")
        self._watched = Watched(root)
        self.server = open_server(root, 0, read_only=read_only)
        self.host = f"{ADDRESS}:{self.server.server_port}"
        self.build()
        self.server.start()

    def write(self, path: str, text: str) -> None:
        """Writes a file of the vault."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def text(self, path: str) -> str:
        """A file of the vault."""
        return (self.root / path).read_text("utf-8")

    def build(self) -> None:
        """Looks at the vault, and tells the pages."""
        rebuilt = self._watched.look(lambda _: TODAY, 0.0)
        assert rebuilt is not None
        self.server.news.change(lambda state: state_after(state, rebuilt, self.root, "12:00"))

    def state(self) -> State:
        """What the pages are told."""
        return self.server.news.state

    def ask(
        self, method: str, path: str, body: str = "", **headers: str | None
    ) -> tuple[int, dict[str, str], str]:
        """Status, headers and text of an answer; a header that is None is left out."""
        connection = http.client.HTTPConnection(ADDRESS, self.server.server_port, timeout=10)
        connection.putrequest(method, path, skip_host=True)
        for name, value in {"Host": self.host, **headers}.items():
            if value is not None:
                connection.putheader(name.replace("_", "-"), value)
        connection.endheaders(body.encode())
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer.status, dict(answer.getheaders()), text

    def token(self) -> str:
        """The token that a page of the server has."""
        _, _, page = self.ask("GET", "/.netjournal/write")
        found = re.search(r'name="token" value="([^"]+)"', page)
        assert found is not None
        return found[1]

    def send(self, action: str, **fields: str) -> tuple[int, dict[str, str], str]:
        """Sends a form as the page does."""
        body = urlencode({"token": self.token(), "back": "/today.html", **fields})
        length = str(len(body))
        return self.ask(
            "POST",
            f"/.netjournal/{action}",
            body,
            Origin=f"http://{self.host}",
            Content_Type=FORM,
            Content_Length=length,
        )
