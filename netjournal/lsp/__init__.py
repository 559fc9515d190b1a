"""The language server: what editors ask by the Language Server Protocol, handed to `app.editing`.

It needs the extra `lsp` (pygls). Nothing is decided here: requests become places in notes, and
answers become records of the protocol.
"""
