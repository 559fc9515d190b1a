// The query language of `netjournal list`, with the same answers: docs/queries.md says what it means.
const netjournalQuery = (() => {
  // What Python's `casefold` makes of a character where that isn't its lower case.
  const FOLDED =
    "\u{b5}\u{3bc} \u{df}ss \u{149}\u{2bc}n \u{17f}s \u{1f0}j\u{30c} \u{345}\u{3b9} " +
    "\u{390}\u{3b9}\u{308}\u{301} \u{3b0}\u{3c5}\u{308}\u{301} \u{3c2}\u{3c3} \u{3d0}\u{3b2} " +
    "\u{3d1}\u{3b8} \u{3d5}\u{3c6} \u{3d6}\u{3c0} \u{3f0}\u{3ba} \u{3f1}\u{3c1} \u{3f5}\u{3b5} " +
    "\u{587}\u{565}\u{582} \u{13a0}\u{13a0} \u{13a1}\u{13a1} \u{13a2}\u{13a2} \u{13a3}\u{13a3} " +
    "\u{13a4}\u{13a4} \u{13a5}\u{13a5} \u{13a6}\u{13a6} \u{13a7}\u{13a7} \u{13a8}\u{13a8} " +
    "\u{13a9}\u{13a9} \u{13aa}\u{13aa} \u{13ab}\u{13ab} \u{13ac}\u{13ac} \u{13ad}\u{13ad} " +
    "\u{13ae}\u{13ae} \u{13af}\u{13af} \u{13b0}\u{13b0} \u{13b1}\u{13b1} \u{13b2}\u{13b2} " +
    "\u{13b3}\u{13b3} \u{13b4}\u{13b4} \u{13b5}\u{13b5} \u{13b6}\u{13b6} \u{13b7}\u{13b7} " +
    "\u{13b8}\u{13b8} \u{13b9}\u{13b9} \u{13ba}\u{13ba} \u{13bb}\u{13bb} \u{13bc}\u{13bc} " +
    "\u{13bd}\u{13bd} \u{13be}\u{13be} \u{13bf}\u{13bf} \u{13c0}\u{13c0} \u{13c1}\u{13c1} " +
    "\u{13c2}\u{13c2} \u{13c3}\u{13c3} \u{13c4}\u{13c4} \u{13c5}\u{13c5} \u{13c6}\u{13c6} " +
    "\u{13c7}\u{13c7} \u{13c8}\u{13c8} \u{13c9}\u{13c9} \u{13ca}\u{13ca} \u{13cb}\u{13cb} " +
    "\u{13cc}\u{13cc} \u{13cd}\u{13cd} \u{13ce}\u{13ce} \u{13cf}\u{13cf} \u{13d0}\u{13d0} " +
    "\u{13d1}\u{13d1} \u{13d2}\u{13d2} \u{13d3}\u{13d3} \u{13d4}\u{13d4} \u{13d5}\u{13d5} " +
    "\u{13d6}\u{13d6} \u{13d7}\u{13d7} \u{13d8}\u{13d8} \u{13d9}\u{13d9} \u{13da}\u{13da} " +
    "\u{13db}\u{13db} \u{13dc}\u{13dc} \u{13dd}\u{13dd} \u{13de}\u{13de} \u{13df}\u{13df} " +
    "\u{13e0}\u{13e0} \u{13e1}\u{13e1} \u{13e2}\u{13e2} \u{13e3}\u{13e3} \u{13e4}\u{13e4} " +
    "\u{13e5}\u{13e5} \u{13e6}\u{13e6} \u{13e7}\u{13e7} \u{13e8}\u{13e8} \u{13e9}\u{13e9} " +
    "\u{13ea}\u{13ea} \u{13eb}\u{13eb} \u{13ec}\u{13ec} \u{13ed}\u{13ed} \u{13ee}\u{13ee} " +
    "\u{13ef}\u{13ef} \u{13f0}\u{13f0} \u{13f1}\u{13f1} \u{13f2}\u{13f2} \u{13f3}\u{13f3} " +
    "\u{13f4}\u{13f4} \u{13f5}\u{13f5} \u{13f8}\u{13f0} \u{13f9}\u{13f1} \u{13fa}\u{13f2} " +
    "\u{13fb}\u{13f3} \u{13fc}\u{13f4} \u{13fd}\u{13f5} \u{1c80}\u{432} \u{1c81}\u{434} " +
    "\u{1c82}\u{43e} \u{1c83}\u{441} \u{1c84}\u{442} \u{1c85}\u{442} \u{1c86}\u{44a} " +
    "\u{1c87}\u{463} \u{1c88}\u{a64b} \u{1e96}h\u{331} \u{1e97}t\u{308} \u{1e98}w\u{30a} " +
    "\u{1e99}y\u{30a} \u{1e9a}a\u{2be} \u{1e9b}\u{1e61} \u{1e9e}ss \u{1f50}\u{3c5}\u{313} " +
    "\u{1f52}\u{3c5}\u{313}\u{300} \u{1f54}\u{3c5}\u{313}\u{301} \u{1f56}\u{3c5}\u{313}\u{342} " +
    "\u{1f80}\u{1f00}\u{3b9} \u{1f81}\u{1f01}\u{3b9} \u{1f82}\u{1f02}\u{3b9} " +
    "\u{1f83}\u{1f03}\u{3b9} \u{1f84}\u{1f04}\u{3b9} \u{1f85}\u{1f05}\u{3b9} " +
    "\u{1f86}\u{1f06}\u{3b9} \u{1f87}\u{1f07}\u{3b9} \u{1f88}\u{1f00}\u{3b9} " +
    "\u{1f89}\u{1f01}\u{3b9} \u{1f8a}\u{1f02}\u{3b9} \u{1f8b}\u{1f03}\u{3b9} " +
    "\u{1f8c}\u{1f04}\u{3b9} \u{1f8d}\u{1f05}\u{3b9} \u{1f8e}\u{1f06}\u{3b9} " +
    "\u{1f8f}\u{1f07}\u{3b9} \u{1f90}\u{1f20}\u{3b9} \u{1f91}\u{1f21}\u{3b9} " +
    "\u{1f92}\u{1f22}\u{3b9} \u{1f93}\u{1f23}\u{3b9} \u{1f94}\u{1f24}\u{3b9} " +
    "\u{1f95}\u{1f25}\u{3b9} \u{1f96}\u{1f26}\u{3b9} \u{1f97}\u{1f27}\u{3b9} " +
    "\u{1f98}\u{1f20}\u{3b9} \u{1f99}\u{1f21}\u{3b9} \u{1f9a}\u{1f22}\u{3b9} " +
    "\u{1f9b}\u{1f23}\u{3b9} \u{1f9c}\u{1f24}\u{3b9} \u{1f9d}\u{1f25}\u{3b9} " +
    "\u{1f9e}\u{1f26}\u{3b9} \u{1f9f}\u{1f27}\u{3b9} \u{1fa0}\u{1f60}\u{3b9} " +
    "\u{1fa1}\u{1f61}\u{3b9} \u{1fa2}\u{1f62}\u{3b9} \u{1fa3}\u{1f63}\u{3b9} " +
    "\u{1fa4}\u{1f64}\u{3b9} \u{1fa5}\u{1f65}\u{3b9} \u{1fa6}\u{1f66}\u{3b9} " +
    "\u{1fa7}\u{1f67}\u{3b9} \u{1fa8}\u{1f60}\u{3b9} \u{1fa9}\u{1f61}\u{3b9} " +
    "\u{1faa}\u{1f62}\u{3b9} \u{1fab}\u{1f63}\u{3b9} \u{1fac}\u{1f64}\u{3b9} " +
    "\u{1fad}\u{1f65}\u{3b9} \u{1fae}\u{1f66}\u{3b9} \u{1faf}\u{1f67}\u{3b9} " +
    "\u{1fb2}\u{1f70}\u{3b9} \u{1fb3}\u{3b1}\u{3b9} \u{1fb4}\u{3ac}\u{3b9} " +
    "\u{1fb6}\u{3b1}\u{342} \u{1fb7}\u{3b1}\u{342}\u{3b9} \u{1fbc}\u{3b1}\u{3b9} " +
    "\u{1fbe}\u{3b9} \u{1fc2}\u{1f74}\u{3b9} \u{1fc3}\u{3b7}\u{3b9} \u{1fc4}\u{3ae}\u{3b9} " +
    "\u{1fc6}\u{3b7}\u{342} \u{1fc7}\u{3b7}\u{342}\u{3b9} \u{1fcc}\u{3b7}\u{3b9} " +
    "\u{1fd2}\u{3b9}\u{308}\u{300} \u{1fd3}\u{3b9}\u{308}\u{301} \u{1fd6}\u{3b9}\u{342} " +
    "\u{1fd7}\u{3b9}\u{308}\u{342} \u{1fe2}\u{3c5}\u{308}\u{300} \u{1fe3}\u{3c5}\u{308}\u{301} " +
    "\u{1fe4}\u{3c1}\u{313} \u{1fe6}\u{3c5}\u{342} \u{1fe7}\u{3c5}\u{308}\u{342} " +
    "\u{1ff2}\u{1f7c}\u{3b9} \u{1ff3}\u{3c9}\u{3b9} \u{1ff4}\u{3ce}\u{3b9} " +
    "\u{1ff6}\u{3c9}\u{342} \u{1ff7}\u{3c9}\u{342}\u{3b9} \u{1ffc}\u{3c9}\u{3b9} " +
    "\u{ab70}\u{13a0} \u{ab71}\u{13a1} \u{ab72}\u{13a2} \u{ab73}\u{13a3} \u{ab74}\u{13a4} " +
    "\u{ab75}\u{13a5} \u{ab76}\u{13a6} \u{ab77}\u{13a7} \u{ab78}\u{13a8} \u{ab79}\u{13a9} " +
    "\u{ab7a}\u{13aa} \u{ab7b}\u{13ab} \u{ab7c}\u{13ac} \u{ab7d}\u{13ad} \u{ab7e}\u{13ae} " +
    "\u{ab7f}\u{13af} \u{ab80}\u{13b0} \u{ab81}\u{13b1} \u{ab82}\u{13b2} \u{ab83}\u{13b3} " +
    "\u{ab84}\u{13b4} \u{ab85}\u{13b5} \u{ab86}\u{13b6} \u{ab87}\u{13b7} \u{ab88}\u{13b8} " +
    "\u{ab89}\u{13b9} \u{ab8a}\u{13ba} \u{ab8b}\u{13bb} \u{ab8c}\u{13bc} \u{ab8d}\u{13bd} " +
    "\u{ab8e}\u{13be} \u{ab8f}\u{13bf} \u{ab90}\u{13c0} \u{ab91}\u{13c1} \u{ab92}\u{13c2} " +
    "\u{ab93}\u{13c3} \u{ab94}\u{13c4} \u{ab95}\u{13c5} \u{ab96}\u{13c6} \u{ab97}\u{13c7} " +
    "\u{ab98}\u{13c8} \u{ab99}\u{13c9} \u{ab9a}\u{13ca} \u{ab9b}\u{13cb} \u{ab9c}\u{13cc} " +
    "\u{ab9d}\u{13cd} \u{ab9e}\u{13ce} \u{ab9f}\u{13cf} \u{aba0}\u{13d0} \u{aba1}\u{13d1} " +
    "\u{aba2}\u{13d2} \u{aba3}\u{13d3} \u{aba4}\u{13d4} \u{aba5}\u{13d5} \u{aba6}\u{13d6} " +
    "\u{aba7}\u{13d7} \u{aba8}\u{13d8} \u{aba9}\u{13d9} \u{abaa}\u{13da} \u{abab}\u{13db} " +
    "\u{abac}\u{13dc} \u{abad}\u{13dd} \u{abae}\u{13de} \u{abaf}\u{13df} \u{abb0}\u{13e0} " +
    "\u{abb1}\u{13e1} \u{abb2}\u{13e2} \u{abb3}\u{13e3} \u{abb4}\u{13e4} \u{abb5}\u{13e5} " +
    "\u{abb6}\u{13e6} \u{abb7}\u{13e7} \u{abb8}\u{13e8} \u{abb9}\u{13e9} \u{abba}\u{13ea} " +
    "\u{abbb}\u{13eb} \u{abbc}\u{13ec} \u{abbd}\u{13ed} \u{abbe}\u{13ee} \u{abbf}\u{13ef} " +
    "\u{fb00}ff \u{fb01}fi \u{fb02}fl \u{fb03}ffi \u{fb04}ffl \u{fb05}st \u{fb06}st " +
    "\u{fb13}\u{574}\u{576} \u{fb14}\u{574}\u{565} \u{fb15}\u{574}\u{56b} " +
    "\u{fb16}\u{57e}\u{576} \u{fb17}\u{574}\u{56d} ";
  // The characters that stand over, under or through others.
  const COMBINING =
    "\\u{300}-\\u{34e}\\u{350}-\\u{36f}\\u{483}-\\u{487}\\u{591}-\\u{5bd}\\u{5bf}\\u{5c1}-\\u{5c2}" +
    "\\u{5c4}-\\u{5c5}\\u{5c7}\\u{610}-\\u{61a}\\u{64b}-\\u{65f}\\u{670}\\u{6d6}-\\u{6dc}" +
    "\\u{6df}-\\u{6e4}\\u{6e7}-\\u{6e8}\\u{6ea}-\\u{6ed}\\u{711}\\u{730}-\\u{74a}\\u{7eb}-\\u{7f3}" +
    "\\u{7fd}\\u{816}-\\u{819}\\u{81b}-\\u{823}\\u{825}-\\u{827}\\u{829}-\\u{82d}\\u{859}-\\u{85b}" +
    "\\u{898}-\\u{89f}\\u{8ca}-\\u{8e1}\\u{8e3}-\\u{8ff}\\u{93c}\\u{94d}\\u{951}-\\u{954}\\u{9bc}" +
    "\\u{9cd}\\u{9fe}\\u{a3c}\\u{a4d}\\u{abc}\\u{acd}\\u{b3c}\\u{b4d}\\u{bcd}\\u{c3c}\\u{c4d}" +
    "\\u{c55}-\\u{c56}\\u{cbc}\\u{ccd}\\u{d3b}-\\u{d3c}\\u{d4d}\\u{dca}\\u{e38}-\\u{e3a}" +
    "\\u{e48}-\\u{e4b}\\u{eb8}-\\u{eba}\\u{ec8}-\\u{ecb}\\u{f18}-\\u{f19}\\u{f35}\\u{f37}\\u{f39}" +
    "\\u{f71}-\\u{f72}\\u{f74}\\u{f7a}-\\u{f7d}\\u{f80}\\u{f82}-\\u{f84}\\u{f86}-\\u{f87}\\u{fc6}" +
    "\\u{1037}\\u{1039}-\\u{103a}\\u{108d}\\u{135d}-\\u{135f}\\u{1714}-\\u{1715}\\u{1734}\\u{17d2}" +
    "\\u{17dd}\\u{18a9}\\u{1939}-\\u{193b}\\u{1a17}-\\u{1a18}\\u{1a60}\\u{1a75}-\\u{1a7c}\\u{1a7f}" +
    "\\u{1ab0}-\\u{1abd}\\u{1abf}-\\u{1ace}\\u{1b34}\\u{1b44}\\u{1b6b}-\\u{1b73}\\u{1baa}-\\u{1bab}" +
    "\\u{1be6}\\u{1bf2}-\\u{1bf3}\\u{1c37}\\u{1cd0}-\\u{1cd2}\\u{1cd4}-\\u{1ce0}\\u{1ce2}-\\u{1ce8}" +
    "\\u{1ced}\\u{1cf4}\\u{1cf8}-\\u{1cf9}\\u{1dc0}-\\u{1dff}\\u{20d0}-\\u{20dc}\\u{20e1}" +
    "\\u{20e5}-\\u{20f0}\\u{2cef}-\\u{2cf1}\\u{2d7f}\\u{2de0}-\\u{2dff}\\u{302a}-\\u{302f}" +
    "\\u{3099}-\\u{309a}\\u{a66f}\\u{a674}-\\u{a67d}\\u{a69e}-\\u{a69f}\\u{a6f0}-\\u{a6f1}\\u{a806}" +
    "\\u{a82c}\\u{a8c4}\\u{a8e0}-\\u{a8f1}\\u{a92b}-\\u{a92d}\\u{a953}\\u{a9b3}\\u{a9c0}\\u{aab0}" +
    "\\u{aab2}-\\u{aab4}\\u{aab7}-\\u{aab8}\\u{aabe}-\\u{aabf}\\u{aac1}\\u{aaf6}\\u{abed}\\u{fb1e}" +
    "\\u{fe20}-\\u{fe2f}\\u{101fd}\\u{102e0}\\u{10376}-\\u{1037a}\\u{10a0d}\\u{10a0f}" +
    "\\u{10a38}-\\u{10a3a}\\u{10a3f}\\u{10ae5}-\\u{10ae6}\\u{10d24}-\\u{10d27}\\u{10eab}-\\u{10eac}" +
    "\\u{10f46}-\\u{10f50}\\u{10f82}-\\u{10f85}\\u{11046}\\u{11070}\\u{1107f}\\u{110b9}-\\u{110ba}" +
    "\\u{11100}-\\u{11102}\\u{11133}-\\u{11134}\\u{11173}\\u{111c0}\\u{111ca}\\u{11235}-\\u{11236}" +
    "\\u{112e9}-\\u{112ea}\\u{1133b}-\\u{1133c}\\u{1134d}\\u{11366}-\\u{1136c}\\u{11370}-\\u{11374}" +
    "\\u{11442}\\u{11446}\\u{1145e}\\u{114c2}-\\u{114c3}\\u{115bf}-\\u{115c0}\\u{1163f}" +
    "\\u{116b6}-\\u{116b7}\\u{1172b}\\u{11839}-\\u{1183a}\\u{1193d}-\\u{1193e}\\u{11943}\\u{119e0}" +
    "\\u{11a34}\\u{11a47}\\u{11a99}\\u{11c3f}\\u{11d42}\\u{11d44}-\\u{11d45}\\u{11d97}" +
    "\\u{16af0}-\\u{16af4}\\u{16b30}-\\u{16b36}\\u{16ff0}-\\u{16ff1}\\u{1bc9e}\\u{1d165}-\\u{1d169}" +
    "\\u{1d16d}-\\u{1d172}\\u{1d17b}-\\u{1d182}\\u{1d185}-\\u{1d18b}\\u{1d1aa}-\\u{1d1ad}" +
    "\\u{1d242}-\\u{1d244}\\u{1e000}-\\u{1e006}\\u{1e008}-\\u{1e018}\\u{1e01b}-\\u{1e021}" +
    "\\u{1e023}-\\u{1e024}\\u{1e026}-\\u{1e02a}\\u{1e130}-\\u{1e136}\\u{1e2ae}\\u{1e2ec}-\\u{1e2ef}" +
    "\\u{1e8d0}-\\u{1e8d6}\\u{1e944}-\\u{1e94a}";
  const SPACES =
    "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";

  const folds = new Map(
    FOLDED.trim().split(" ").map((pair) => {
      const [from, ...to] = pair;
      return [from, to.join("")];
    }),
  );
  const combining = new RegExp(`[${COMBINING}]`, "gu");
  const spaces = new RegExp(`[${SPACES}]+`, "g");
  const isAscii = (text) => /^[\0-\x7f]*$/.test(text);

  const folded = (text) =>
    isAscii(text)
      ? text.toLowerCase()
      : [...text].map((sign) => folds.get(sign) ?? sign.toLowerCase()).join("");
  const words = (text) => text.split(spaces).filter((word) => word !== "");
  const nameKey = (text) => words(folded(text.normalize("NFC"))).join(" ");
  // Latin letters that no accent makes of others.
  const WRITTEN_OUT = { ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", æ: "ae", œ: "oe", ı: "i", ħ: "h" };
  const plainKey = (text) => {
    const key = nameKey(text);
    if (isAscii(key)) return key;
    const bare = key.normalize("NFD").replace(combining, "");
    return bare.replace(/[øłđðþæœıħ]/g, (sign) => WRITTEN_OUT[sign]);
  };
  const spelling = (text) => folded(text).replace(/[-_ ]/g, "");
  const industryKey = (text) => nameKey(text.replaceAll("&", " and ").replace(/[-_/,]/g, " "));

  /** What makes no sense in a query: its message says it to the person who typed it, `more` what
   * would make sense; where a word is `typed` that isn't there, `names` are those that are most
   * like it. */
  class QueryError extends Error {
    constructor(message, more = "", typed = "", names = []) {
      super(message);
      Object.assign(this, { more, typed, names });
    }
  }

  const cadenceDays = (text, { words: named, units, numbers, times }) => {
    const word = words(text.toLowerCase()).join(" ");
    if (word.length > 40) return null;
    if (named.has(word)) return named.get(word);
    const unit =
      "(?<unit>d|days?|w|wks?|weeks?|m|mo|mths?|months?|q|quarters?|y|yrs?|years?)";
    const often = new RegExp(
      `^(?<times>once|twice|[1-9]x|[1-9] times) (?:a|per|every) ${unit}$`,
    ).exec(word);
    if (often) {
      const { times: said, unit: of } = often.groups;
      return Math.floor(units.get(of[0]) / (times.get(said) ?? Number(said[0]))) || null;
    }
    const number = `\\d{1,5}|${[...numbers.keys()].join("|")}`;
    const counted = new RegExp(
      `^(?:every )?(?:(?<count>${number})(?: ?(?=[a-z])))?${unit}$`,
    );
    const match = /^p(?<count>\d{1,5})(?<unit>[dwmy])$/.exec(word) ?? counted.exec(word);
    if (!match || (match.groups.count === undefined && !word.startsWith("every"))) return null;
    const count = match.groups.count ?? "1";
    return (numbers.get(count) ?? Number(count)) * units.get(match.groups.unit[0]) || null;
  };

  const numberOf = (field, text, tables) => {
    const days = field === "cadence" ? cadenceDays(text, tables.cadence) : null;
    if (days !== null) return days;
    const plain = text.trim().replace(/(\d)_(?=\d)/g, "$1");
    if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return Number(plain);
    const named = /^([+-]?)(inf|infinity|nan)$/i.exec(plain);
    if (!named) return null;
    if (named[2].toLowerCase() === "nan") return NaN;
    return named[1] === "-" ? -Infinity : Infinity;
  };

  const iso = (year, month, day) =>
    `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  const lastDay = (year, month) =>
    [31, year % 4 || (!(year % 100) && year % 400) ? 28 : 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][
      month - 1
    ];
  const span = (value) => {
    const wrong = () =>
      new QueryError(`‘${value}’ is not a date`, "Write 2020, 2020-05 or 2020-05-17.");
    const parts = value.split("-");
    if (parts.length > 3 || !parts.every((part) => /^\d+$/.test(part))) throw wrong();
    const [year, month, day] = parts.map(Number);
    if (year < 1 || year > 9999) throw wrong();
    if (month === undefined) return [iso(year, 1, 1), iso(year, 12, 31)];
    if (month < 1 || month > 12 || (day === undefined && year === 9999 && month === 12)) throw wrong();
    if (day === undefined) return [iso(year, month, 1), iso(year, month, lastDay(year, month))];
    if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || day < 1 || day > lastDay(year, month)) throw wrong();
    return [value, value];
  };

  const checkComparable = (field, operator, values, tables) => {
    if (tables.numbers.includes(field)) {
      const wrong = values.find((value) => numberOf(field, value, tables) === null);
      if (wrong !== undefined)
        throw new QueryError(`${field}${operator} needs a number, not ‘${wrong}’`);
    } else if (tables.dates.includes(field)) {
      values.forEach(span);
    } else {
      throw new QueryError(`‘${field}’ can’t be compared`, `Use ${field}:${values[0]}.`);
    }
  };

  const choice = (field, typed, tables) => {
    const [spellings, all] = tables.choices.get(field);
    const found = spellings.get(spelling(words(typed).join(" ")));
    if (found !== undefined) return found;
    const near = netjournalLikeness.nearestFirst(typed, all, spelling);
    throw new QueryError(`No ${field} is called ‘${typed}’`, `It can be ${near.join(", ")}.`);
  };

  /** The names of all fields that can be asked for: those of every vault, then this one's own. */
  const fieldsOf = (tables) => [...new Set([...tables.queryFields, ...tables.spellings.values()])];
  const NEAR_FIELDS = 8;
  const noField = (typed, tables, before) => {
    // Of a field of two words, as in `last contact<2026`, the first was taken for one to find.
    const whole = before && tables.spellings.get(spelling(before + typed));
    if (whole) return new QueryError(`There is no field ‘${typed}’`, "", before + typed, [whole]);
    const near = netjournalLikeness.nearestFirst(typed, fieldsOf(tables), spelling);
    return new QueryError(`There is no field ‘${typed}’`, "", typed, near.slice(0, NEAR_FIELDS));
  };
  const nothingAfter = (typed, field, operator, tables) => {
    if (!field)
      return new QueryError("A word is missing", "A minus stands before what you want nobody to have.");
    const all = tables.choices.get(field)?.[1];
    const can = {
      number: `A number, as in ${field}>=30.`,
      date: `A date, as in ${field}<2020 or ${field}:2020-05.`,
      choice: all && `It can be ${all.join(", ")}.`,
      text: "A word, as in " + (field === "has" ? "has:birthday." : `${field}:word.`),
    };
    const number = tables.numbers.includes(field) && "number";
    const date = tables.dates.includes(field) && "date";
    const kind = number || date || (all && "choice") || "text";
    return new QueryError(`What should stand after ${typed}${operator}?`, can[kind]);
  };

  const term = ({ minus, field: typed, operator: written, value, before }, tables) => {
    const operator = !written || written === "=" ? ":" : written;
    const all = value.includes('"') ? [value.replaceAll('"', "")] : value.split(",");
    let values = all.filter((part) => part !== "");
    let field = "";
    if (typed) {
      field = tables.spellings.get(spelling(typed));
      if (field === undefined) throw noField(typed, tables, before);
    }
    if (!values.length) throw nothingAfter(typed, field, operator, tables);
    const isMeasured = tables.numbers.includes(field) || tables.dates.includes(field);
    if (operator !== ":" || isMeasured) checkComparable(field, operator, values, tables);
    else if (tables.choices.has(field)) values = values.map((one) => choice(field, one, tables));
    return { field, operator, values, turned: Boolean(minus) };
  };

  /** The terms of a query; raises QueryError. */
  const parse = (text, tables) => {
    const query = text.replace(new RegExp(`^[${SPACES}]+|[${SPACES}]+$`, "g"), "");
    const start = /(?<minus>-?)(?:(?<field>[\p{L}\p{N}_-]+)(?<operator><=|>=|<|>|:|=))?/uy;
    const part = new RegExp(`"[^"]*"|[^${SPACES}"]+`, "y");
    const gap = new RegExp(`[${SPACES}]+|$`, "y");
    const terms = [];
    let at = 0;
    let before = ""; // the word before a term, where it is one to find, with the gap behind it
    while (at < query.length) {
      start.lastIndex = at;
      const found = start.exec(query).groups;
      let end = start.lastIndex;
      let value = "";
      for (part.lastIndex = end; (found.next = part.exec(query)); end = part.lastIndex)
        value += found.next[0];
      gap.lastIndex = end;
      if (!gap.test(query) || gap.lastIndex === at)
        throw new QueryError(
          `The search stops making sense at ‘${query.slice(at)}’`,
          "A quotation mark needs another one behind the words that it keeps together.",
        );
      terms.push({ ...term({ ...found, value, before }, tables), text: query.slice(at, end) });
      before = found.field ? "" : query.slice(at + found.minus.length, gap.lastIndex);
      at = gap.lastIndex;
    }
    return terms;
  };

  const compare = (operator, actual, first, last) => {
    if (operator === "<") return actual < first;
    if (operator === "<=") return actual <= last;
    if (operator === ">") return actual > last;
    if (operator === ">=") return actual >= first;
    return first <= actual && actual <= last;
  };

  const wordsOf = (field, person, tables) => {
    if (field === "group") return person.industries.map((key) => tables.industries.get(key)[1]);
    return {
      relationship: person.relationship ? [person.relationship] : [],
      state: person.states,
      status: [person.status],
      tag: person.tags,
      tags: person.tags,
      uid: [person.uid],
      path: [person.path],
    }[field];
  };

  const ofOthers = ["introduced_by", "knows"];
  // All in one, a line each: no key has a line break, so that nothing is found across two.
  const anything = (person, tables) =>
    (person.anything ??= [
      person.name,
      ...tables.texts.flatMap((field, place) =>
        ofOthers.includes(field) ? [] : person.texts[place] || [],
      ),
      ...person.tags,
      ...person.typed,
      ...person.industries.map((key) => tables.industries.get(key)[0]),
      ...person.own.flatMap(([, values]) => values),
    ]
      .map(plainKey)
      .join("\n"));

  const textsOf = (field, person, tables) => {
    const texts = person.texts[tables.texts.indexOf(field)] || [];
    const own = person.own.find(([key]) => key === field);
    const all = [...texts, ...(own ? own[1] : [])];
    return field === "name" ? [person.name, ...textsOf("aliases", person, tables), ...all] : all;
  };

  const has = (value, person, tables) => {
    const field = tables.spellings.get(spelling(value)) ?? value;
    return (
      person.fields.includes(field) ||
      person.own.some(([key]) => key === value) ||
      (tables.words.includes(field) && wordsOf(field, person, tables).length > 0)
    );
  };

  /** A test for one term, its values made ready once for all people. */
  const test = ({ field, operator, values }, tables) => {
    const any = (tests) => (person) => tests.some((one) => one(person));
    const each = (make) => any(values.map(make));
    if (field === "")
      return each((value) => {
        const wanted = plainKey(value);
        return (person) => anything(person, tables).includes(wanted);
      });
    if (field === "industry")
      return each((value) => {
        const meant = tables.industryWords.get(industryKey(value));
        const wanted = nameKey(value);
        return meant === undefined
          ? (person) => person.typed.some((typed) => nameKey(typed).includes(wanted))
          : (person) => person.industries.includes(meant);
      });
    if (field === "has") return each((value) => (person) => has(value, person, tables));
    const number = tables.numbers.indexOf(field);
    if (number >= 0)
      return each((value) => {
        const wanted = numberOf(field, value, tables);
        return ({ numbers: { [number]: actual } }) =>
          actual !== null && wanted !== null && compare(operator, actual, wanted, wanted);
      });
    const day = tables.dates.indexOf(field);
    if (day >= 0) {
      // A date that makes no sense is an error even where nobody has one to compare with.
      return each((value) => {
        const [first, last] = span(value);
        return ({ dates: { [day]: actual } }) =>
          Boolean(actual) && compare(operator, actual, first, last);
      });
    }
    if (tables.words.includes(field))
      return each((value) => {
        const wanted = nameKey(value);
        return (person) => wordsOf(field, person, tables).some((word) => nameKey(word) === wanted);
      });
    return each((value) => {
      const wanted = plainKey(value);
      return (person) =>
        textsOf(field, person, tables).some((text) => plainKey(text).includes(wanted));
    });
  };

  /** The people for whom every term holds. */
  const find = (terms, people, tables) => {
    const tests = terms.map((one) => [test(one, tables), one.turned]);
    return people.filter((person) => tests.every(([holds, turned]) => holds(person) !== turned));
  };

  /** Whether whoever is found by some terms is found by the earlier ones, of which they grew. */
  const narrows = (terms, earlier, tables) => {
    const grew = ({ values, ...one }, { values: old, ...other }) => {
      if (one.field !== other.field || one.operator !== other.operator) return false;
      if (one.turned !== other.turned) return false;
      if (JSON.stringify(values) === JSON.stringify(old)) return true;
      const isPart =
        one.field === "" ||
        (tables.texts.includes(one.field) && !tables.words.includes(one.field));
      const keys = old.map(plainKey);
      const holds = (value) => keys.some((key) => plainKey(value).includes(key));
      return isPart && !one.turned && values.every(holds);
    };
    return earlier.every((old) => terms.some((one) => grew(one, old)));
  };

  /** What to say of industries that neither the list nor any note knows. */
  const unknownIndustries = (terms, people, tables) =>
    terms
      .filter(({ field }) => field === "industry")
      .flatMap(({ values }) => values)
      .filter(
        (value) =>
          !tables.industryWords.has(industryKey(value)) &&
          !people.some(({ typed }) => typed.some((one) => nameKey(one).includes(nameKey(value)))),
      );

  return {
    QueryError, anything, fieldsOf, find, nameKey, narrows, parse, plainKey, textsOf,
    unknownIndustries, words, wordsOf,
  };
})();
