// Which words does a text hold, and where? One scanner for indexing, questions and highlights, so that they agree.
// Scripts without spaces give one token a character, which makes a word there a phrase; no dictionary is needed.

/** Offsets are into the text as given, UTF-16, `[begin, end)`. */
export interface Token {
  /** NFKC, lower case, without soft hyphens and zero-width characters; accents kept for the stemmer. */
  readonly word: string
  readonly begin: number
  readonly end: number
  /** Hangs on the token before it by a hyphen or an apostrophe, or by nothing at all (scripts without spaces). */
  readonly glued: boolean
}

/** `initials`: code units of small letters; other ASCII words longer than two letters come with an empty `word`, which saves most of the work. */
export function tokens(text: string, initials?: ReadonlySet<number>): readonly Token[] {
  const found: Token[] = []
  let at = 0
  while (at < text.length) {
    const kind = classAt(text, at)
    if (kind === SINGLE) at = single(text, at, found)
    else if (kind === WORD) at = run(text, at, found, initials)
    else at += 1
  }
  return joinInitials(text, found)
}

/** Without accents: `Müller` and `Muller` are one word. Letters of other scripts keep their marks. */
export function withoutAccents(word: string): string {
  if (isPlain(word)) return word
  let folded = accents.get(word)
  if (folded === undefined) {
    folded = word
      .normalize('NFD')
      .replace(/(\p{Script=Latin}|\p{Script=Greek}|\p{Script=Cyrillic})\p{M}+/gu, '$1')
      .normalize('NFC')
      .replace(/[ßøłđðþæœı]/g, (letter) => PLAIN_LETTERS[letter] ?? letter)
    remember(accents, word, folded)
  }
  return folded
}

/** Longer words are cut, in the index and in questions alike. */
const LONGEST_WORD = 100
const REMEMBERED = 200_000

const OTHER = 1
const WORD = 2
const SINGLE = 3
const IGNORED = 4
const JOINER = 5

const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ı: 'i',
}

const accents = new Map<string, string>()
const folded = new Map<string, string>()
/** By UTF-16 code unit; 0 is not known yet. */
const classes = new Uint8Array(65_536)

function remember(cache: Map<string, string>, key: string, value: string): void {
  if (cache.size >= REMEMBERED) cache.clear()
  cache.set(key, value)
}

function classAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if (unit >= 0xd800 && unit <= 0xdfff) return classOf(String.fromCodePoint(text.codePointAt(at) ?? unit), unit)
  const known = classes[unit] ?? 0
  if (known !== 0) return known
  const kind = classOf(String.fromCharCode(unit), unit)
  classes[unit] = kind
  return kind
}

function classOf(character: string, unit: number): number {
  // The second half of a pair belongs to the word that its first half began.
  if (unit >= 0xdc00 && unit <= 0xdfff) return IGNORED
  if (/[\u00AD\u200B-\u200D\u2060\uFEFF]/.test(character)) return IGNORED
  if (/[-\u2010-\u2013'\u2019\u02BC\uFF07\uFF0D]/.test(character)) return JOINER
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(character))
    return /[\p{L}\p{N}]/u.test(character) ? SINGLE : OTHER
  return /[\p{L}\p{N}\p{M}]/u.test(character) ? WORD : OTHER
}

function single(text: string, at: number, found: Token[]): number {
  const unit = text.charCodeAt(at)
  let end = at + (unit >= 0xd800 && unit <= 0xdbff ? 2 : 1)
  while (end < text.length && /\p{M}/u.test(text[end] ?? '')) end += 1
  push(text, at, end, found)
  return end
}

function run(text: string, at: number, found: Token[], initials: ReadonlySet<number> | undefined): number {
  let end = at + 1
  while (end < text.length) {
    const kind = classAt(text, end)
    if (kind !== WORD && kind !== IGNORED) break
    end += 1
  }
  push(text, at, end, found, initials !== undefined && end - at > 2 && isOther(text.charCodeAt(at), initials))
  return end
}

function isOther(unit: number, initials: ReadonlySet<number>): boolean {
  return unit < 128 && !initials.has(unit >= 0x41 && unit <= 0x5a ? unit + 32 : unit)
}

function push(text: string, begin: number, end: number, found: Token[], other = false): void {
  const word = other ? '' : fold(text.slice(begin, end))
  if (word === '' && !other) return
  const last = found.at(-1)
  const gap = last === undefined ? 2 : begin - last.end
  const glued = gap === 0 || (gap === 1 && classAt(text, begin - 1) === JOINER)
  // A possessive s is no word of its own.
  if (word === 's' && gap === 1 && glued && isApostrophe(text.charCodeAt(begin - 1))) return
  found.push({ word, begin, end, glued })
}

function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019 || unit === 0x02bc || unit === 0xff07
}

function fold(raw: string): string {
  const cut = raw.length > LONGEST_WORD ? raw.slice(0, LONGEST_WORD).toWellFormed() : raw
  let word = folded.get(cut)
  if (word === undefined) {
    word = isPlain(cut)
      ? cut.toLowerCase()
      : cut.replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '').normalize('NFKC').toLowerCase().normalize('NFC').replace(/[^\p{L}\p{N}\p{M}]/gu, '')
    remember(folded, cut, word)
  }
  return word
}

function isPlain(word: string): boolean {
  for (let at = 0; at < word.length; at += 1) if (word.charCodeAt(at) > 127) return false
  return true
}

/** `U.S.` is the word `us`, as `US` is. */
function joinInitials(text: string, found: readonly Token[]): readonly Token[] {
  const joined: Token[] = []
  for (const token of found) {
    const last = joined.at(-1)
    if (last !== undefined && isInitial(token) && text[last.end] === '.' && token.begin === last.end + 1 && isInitials(text, last)) {
      joined[joined.length - 1] = { ...last, word: last.word + token.word, end: token.end }
    } else joined.push(token)
  }
  return joined
}

function isInitial(token: Token): boolean {
  return token.word.length === 1 && token.end - token.begin === 1 && token.word > '9'
}

function isInitials(text: string, token: Token): boolean {
  return isInitial(token) || (token.end - token.begin === token.word.length * 2 - 1 && text[token.begin + 1] === '.')
}
