// The words of a line of a note, without what only marks them up.
const netjournalPlain = (() => {
  const SIGNS = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };
  const STEPS = [
    [/%%|<!--|-->/g, " "],
    [/<(https?:[^>\s]*|[^>\s@]+@[^>\s]+)>/g, "$1"],
    [/<\/?[a-zA-Z][^>]*>/g, ""],
    [/^\s*(?:>\s?)+/, ""],
    [/^\s*\[![\w-]+\][+-]?\s*/, ""], // the kind of a callout
    [/^\s*#{1,6}\s+/, ""],
    [/^\s*(?:[-*+]|\d{1,9}[.)])\s+/, ""],
    [/^\s*\[[^\]\n]?\]\s+/, ""], // a box
    [/^\s*(?:-{3,}|={3,}|\*{3,}|_{3,}|```+.*|~~~+.*)\s*$/, ""],
    [/!?\[\[([^\]|]*?)\\?\|([^\]]*)\]\]/g, "$2"],
    [/!?\[\[([^\]#]*)#?\^?([^\]]*)\]\]/g, (_, note, place) => [note, place].filter(Boolean).join(", ")],
    [/\s\^[\w-]+\s*$/, ""], // the name of a block
    [/^(\s*\[?|.*?[\s([])([\p{L}_][\p{L}\p{N}_ -]*)::/u, "$1$2:"],
    [/(?<!\\)(\*\*|__)(?=\S)(.+?)(?<=[^\s\\])\1/g, "$2"],
    [/(?<![\p{L}\p{N}*\\])\*(?=\S)([^*]+?)(?<=[^\s\\])\*(?![\p{L}\p{N}*])/gu, "$1"],
    [/(?<![\p{L}\p{N}_\\])_(?=\S)([^_]+?)(?<=[^\s\\])_(?![\p{L}\p{N}_])/gu, "$1"],
    [/(~~|==)(?=\S)(.+?)(?<=\S)\1/g, "$2"],
    [/`+([^`]+)`+/g, "$1"],
    [/\\([!-/:-@[-`{-~])/g, "$1"],
    [/&(amp|lt|gt|quot|apos|nbsp);/g, (_, name) => SIGNS[name]],
  ];
  const LINK = /!?\[([^\]]*)\]\(<?([^\s)>]*)>?(?:\s+"[^"]*")?\)/g;

  const without = (line, links) =>
    STEPS.reduce((text, [sign, words]) => text.replace(sign, words), line.replace(LINK, links));

  /** The line as it reads; where a wanted word stands in an address alone, with that. */
  const plain = (line, holdsAll) => {
    const text = without(line, "$1");
    return holdsAll(text) ? text : without(line, (_, words, address) => `${words} (${address})`);
  };
  return { plain };
})();
