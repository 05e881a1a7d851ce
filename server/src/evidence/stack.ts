// How do all members of a cluster stand to one reference? Shared text once, and for each difference the variants with who has
// them: where near-copies come in groups of ten, pairs would have to be read forty-five times.
import type { Cluster } from '../domain/cluster.ts'
import type { EvidenceSide, Stack, StackPiece, TextEvidence } from '../domain/evidence.ts'
import type { Span } from '../domain/span.ts'
import type { MemberText } from './family.ts'
import { oneLine, paragraphsOf } from './side.ts'

export interface StackTexts {
  readonly cluster: Cluster
  readonly reference: EvidenceSide
  readonly referenceText: string
  /** With the evidence on the pair: the reference is left. */
  readonly members: readonly MemberText[]
  /** How many more there are. */
  readonly more: number
}

type Variants = Stack['before']

/** A stretch of the reference and what one member has in its place; equal where `text` is undefined. */
interface Atom {
  readonly begin: number
  readonly end: number
  readonly text?: string
}

interface Read {
  readonly id: string
  /** In order; together all of the reference that the member answers. */
  readonly atoms: readonly Atom[]
  /** What the member has alone, by the place in the reference after which it stands. */
  readonly extra: readonly { readonly after: number; readonly text: string }[]
}

export function stackOf({ cluster, reference, referenceText, members, more }: StackTexts): Stack {
  const read = members.map((one) => readOf(one.side.articleId, one.evidence))
  const paragraphs = paragraphsOf(referenceText)
  const told = paragraphs.map((span, at) => {
    const holders = read.filter((one) => one.atoms.some((atom) => atom.begin < span.end && span.begin < atom.end))
    return {
      span,
      pieces: piecesOf(referenceText, span, holders),
      heldBy: holders.map((one) => one.id),
      missingIn: read.filter((one) => !holders.includes(one)).map((one) => one.id),
      extra: extraBetween(read, span.begin, paragraphs[at + 1]?.begin ?? Number.POSITIVE_INFINITY),
    }
  })
  return { cluster, reference, members: members.map((one) => one.side), more, paragraphs: told, before: extraBetween(read, -1, paragraphs[0]?.begin ?? 0) }
}

function readOf(id: string, { blocks }: TextEvidence): Read {
  const atoms: Atom[] = []
  const extra: { after: number; text: string }[] = []
  let after = -1
  for (const block of blocks) {
    if (block.left === undefined) {
      const text = block.ops.map((op) => (op.op === 'added' ? op.text : '')).join('')
      if (block.kind === 'right-only') extra.push({ after, text: oneLine(text) })
      continue
    }
    after = block.left.begin
    if (block.kind === 'left-only') continue
    let at = block.left.begin
    for (const op of block.ops) {
      const length = op.op === 'added' ? 0 : op.op === 'swap' ? op.from.length : op.text.length
      if (op.op === 'same') atoms.push({ begin: at, end: at + length })
      else atoms.push({ begin: at, end: at + length, text: op.op === 'swap' ? op.to : op.op === 'added' ? op.text : '' })
      at += length
    }
  }
  return { id, atoms: atoms.sort((one, other) => one.begin - other.begin || one.end - other.end), extra }
}

/** The paragraph cut where any member differs; a difference is as wide as the widest that overlaps it. */
function piecesOf(text: string, span: Span, holders: readonly Read[]): readonly StackPiece[] {
  const pieces: StackPiece[] = []
  let at = span.begin
  for (const place of differencesIn(span, holders)) {
    if (place.begin > at) pieces.push({ span: { begin: at, end: place.begin }, text: text.slice(at, place.begin) })
    const own = text.slice(place.begin, place.end)
    pieces.push({ span: place, text: own, variants: variantsOf(text, place, own, holders) })
    at = place.end
  }
  if (span.end > at) pieces.push({ span: { begin: at, end: span.end }, text: text.slice(at, span.end) })
  return pieces
}

function differencesIn(span: Span, holders: readonly Read[]): readonly Span[] {
  const found = holders.flatMap((one) => one.atoms.filter((atom) => atom.text !== undefined && atom.begin >= span.begin && atom.begin < span.end))
  const places: { begin: number; end: number }[] = []
  for (const { begin, end } of [...found].sort((one, other) => one.begin - other.begin)) {
    const last = places.at(-1)
    const within = { begin, end: Math.min(end, span.end) }
    const touches = last !== undefined && begin === last.end && (begin === end || last.begin === last.end)
    if (last !== undefined && (begin < last.end || touches)) last.end = Math.max(last.end, within.end)
    else places.push(within)
  }
  return places
}

function variantsOf(text: string, place: Span, own: string, holders: readonly Read[]): Variants {
  const variants = new Map<string, string[]>()
  for (const { id, atoms } of holders) {
    const there = atoms.filter((atom) => (atom.begin < place.end && place.begin < atom.end) || (atom.begin === atom.end && atom.begin >= place.begin && atom.begin <= place.end))
    if (there.length === 0) continue
    const written = there.map((atom) => atom.text ?? text.slice(Math.max(atom.begin, place.begin), Math.min(atom.end, place.end))).join('')
    if (oneLine(written) === oneLine(own)) continue
    variants.set(oneLine(written), [...(variants.get(oneLine(written)) ?? []), id])
  }
  return listed(variants)
}

function extraBetween(read: readonly Read[], from: number, to: number): Variants {
  const variants = new Map<string, string[]>()
  for (const { id, extra } of read) {
    const text = extra.filter((one) => one.after >= from && one.after < to).map((one) => one.text).join(' ')
    if (text !== '') variants.set(text, [...(variants.get(text) ?? []), id])
  }
  return listed(variants)
}

/** The most common first. */
function listed(variants: ReadonlyMap<string, readonly string[]>): Variants {
  return [...variants].map(([text, articleIds]) => ({ text, articleIds })).sort((one, other) => other.articleIds.length - one.articleIds.length)
}
