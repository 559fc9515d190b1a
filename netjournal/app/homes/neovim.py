"""A home in Neovim: a `.nvim.lua` that starts the server for this vault, and short words."""

from datetime import date

from netjournal.app.homes.snippets import as_plain_text, snippets
from netjournal.app.homes.wanted import Home, WholeFile
from netjournal.app.workspace import Workspace

FILE = ".nvim.lua"

_HEAD = """\
-- For this vault, by `netjournal init --editor neovim`. It is yours: change what you like.
"""

START_SERVER = """\
-- Starts `netjournal lsp` for notes of a vault; Neovim 0.7 and newer.
local group = vim.api.nvim_create_augroup("netjournal", {})
local servers = {}
local proposed = {}

-- The menu of completion, without writing its first line into the text.
vim.o.completeopt = "menuone,noinsert"

-- A rename is written to the disk at once: show it.
local handlers = {
  ["textDocument/rename"] = function(...)
    vim.lsp.handlers["textDocument/rename"](...)
    vim.cmd("silent! checktime")
  end,
}

-- Completion with Ctrl-X Ctrl-O by every name of a contact; older Neovims compare file names alone.
function _G.netjournal_complete(find_start)
  if find_start == 0 then
    return proposed
  end
  local line, start = vim.api.nvim_get_current_line(), vim.fn.col(".") - 1
  local encoding = vim.b.netjournal_encoding
  local here = vim.lsp.util.make_position_params(0, encoding)
  local answers = vim.lsp.buf_request_sync(0, "textDocument/completion", here, 2000) or {}
  proposed = {}
  for _, answer in pairs(answers) do
    for _, item in ipairs(answer.result and answer.result.items or {}) do
      for _, edit in ipairs({ item.textEdit, unpack(item.additionalTextEdits or {}) }) do
        local units = edit.range.start.character
        local utf16 = encoding == "utf-16"
        local bytes = encoding == "utf-8" and units or vim.str_byteindex(line, units, utf16)
        start = math.min(start, bytes)
      end
      local word = item.textEdit.newText
      table.insert(proposed, { word = word, abbr = item.label, menu = item.detail, dup = 1 })
    end
  end
  return start
end

local function attached(client, buf)
  vim.b[buf].netjournal_encoding = client.offset_encoding
  vim.bo[buf].omnifunc = "v:lua.netjournal_complete"
  if not client.server_capabilities.codeLensProvider then
    return
  end
  -- The line above a contact's note.
  vim.api.nvim_create_autocmd({ "BufEnter", "InsertLeave" }, {
    group = group,
    buffer = buf,
    callback = function()
      vim.lsp.codelens.refresh()
    end,
  })
  vim.lsp.codelens.refresh()
end

local function vault_of(path)
  local folder = vim.fn.fnamemodify(path, ":p:h")
  while vim.fn.filereadable(folder .. "/netjournal.toml") == 0 do
    local above = vim.fn.fnamemodify(folder, ":h")
    if above == folder then
      return nil
    end
    folder = above
  end
  return folder
end

vim.api.nvim_create_autocmd("FileType", {
  group = group,
  pattern = "markdown",
  callback = function(args)
    local root = vault_of(args.file)
    if root == nil then
      return
    end
    local config = {
      name = "netjournal",
      cmd = { "netjournal", "lsp" },
      root_dir = root,
      handlers = handlers,
      on_attach = attached,
    }
    if vim.lsp.start then
      vim.lsp.start(config)
      return
    end
    if vim.lsp.get_client_by_id(servers[root] or 0) == nil then
      servers[root] = vim.lsp.start_client(config)
    end
    if servers[root] then
      vim.lsp.buf_attach_client(args.buf, servers[root])
    end
  end,
})
"""

_SHORT_WORDS = """
-- Short words: type one, and a space. njlog is an entry of today.
local short = {
%s
}

function _G.netjournal_text(word)
  return (os.date(short[word]):gsub("\\n", "\\r"))
end

vim.api.nvim_create_autocmd("FileType", {
  group = group,
  pattern = "markdown",
  callback = function()
    for word in pairs(short) do
      vim.cmd(string.format("iabbrev <buffer> <expr> %%s v:lua.netjournal_text('%%s')", word, word))
    end
  end,
})
"""

_SAID = (
    "Neovim 0.9 and newer reads .nvim.lua when your init.lua has the line",
    "    vim.o.exrc = true",
    "and asks once whether you trust the file. For an older one, or for all vaults at once,",
    "docs/editors.md has lines for your init.lua.",
)


def home(workspace: Workspace, _as_of: date) -> Home:
    """One file, which Neovim reads in the vault's folder."""
    texts = {each.word: as_plain_text(each) for each in snippets(workspace.config)}
    # Without places to fill in, an entry of a kind is any entry.
    first = {text: word for word, text in reversed(texts.items())}
    words = [f"  {word} = {_lua_text(text)}," for text, word in reversed(first.items())]
    text = _HEAD + START_SERVER + _SHORT_WORDS % "\n".join(words)
    holds = "what starts the language server, and short words"
    return Home((WholeFile(FILE, holds, text.encode(), told_by=b"netjournal"),), _SAID)


def _lua_text(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
