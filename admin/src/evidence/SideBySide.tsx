// Two texts beside one another, in the blocks that the service found, with what differs marked. It reads without colour: other
// words are underlined and named to a screen reader, what only one side has is set apart by a rule, what is the same folds away.
import { useEffect, useImperativeHandle, useMemo, useRef, useState, type ReactElement, type Ref } from 'react'
import { BlockRow } from './BlockRow.tsx'
import { amount } from './numbers.ts'
import { differenceAt, type Evidence, type Names, numbered, type NumberedBlock, type Span } from './pair.ts'
import './pair.css'

/** What a page can ask of the texts. Differences count from 1. */
export interface TextsHandle {
  /** On to the next difference, or the one before, round the end. */
  step(by: 1 | -1): void
  /** To that one, or to the nearest where there are not so many: an address may be older than the texts. */
  goTo(difference: number): void
  /** Shows the difference at a place, or else the block that holds it. */
  show(place: { readonly left?: Span; readonly right?: Span }): void
  showBlock(block: number): void
}

interface SideBySideProps {
  readonly evidence: Evidence
  readonly names: Names
  /** Fold what is the same, and long runs of what only one side has. */
  readonly fold: boolean
  /** One column, with what was taken out and put in one after the other. */
  readonly inline?: boolean
  readonly ref?: Ref<TextsHandle>
  readonly onDifference?: (number: number, of: number) => void
}

type Target = { readonly difference: number } | { readonly block: number }

export function SideBySide({ evidence, names, fold, inline = false, ref, onDifference }: SideBySideProps): ReactElement {
  const root = useRef<HTMLDivElement>(null)
  const [target, setTarget] = useState<Target>()
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set())
  const texts = useMemo(() => numbered(evidence.blocks), [evidence.blocks])
  const parts = useMemo(() => (fold ? folded(texts.blocks) : texts.blocks), [texts, fold])
  const here = useRef(0)
  const go = (next: Target | undefined): void => {
    if (next === undefined) return
    if ('difference' in next) here.current = next.difference
    setTarget({ ...next })
  }
  useImperativeHandle(ref, () => ({
    step: (by) => texts.differences.length > 0 && go({ difference: ((here.current - 1 + by + texts.differences.length) % texts.differences.length) + 1 }),
    goTo: (difference) => texts.differences.length > 0 && go({ difference: Math.min(Math.max(difference, 1), texts.differences.length) }),
    show: (place) => go(targetAt(evidence, texts, place)),
    showBlock: (block) => go({ block }),
  }))
  useEffect(() => {
    if (root.current === null || target === undefined) return
    pointAt(root.current, target)
    if ('difference' in target) onDifference?.(target.difference, texts.differences.length)
    // The page's callback may be another one each time; the target alone says when to point.
  }, [target, texts])
  const aim = target === undefined ? -1 : 'block' in target ? target.block : (texts.differences[target.difference - 1]?.block ?? -1)
  return (
    <div ref={root} className={inline ? 'texts texts-inline' : 'texts'}>
      {!inline && (
        <div className="pair names" aria-hidden="true">
          <span>{names.left}</span>
          <span>{names.right}</span>
        </div>
      )}
      {parts.map((part) => {
        if (!('rows' in part)) return <BlockRow key={part.index} part={part} evidence={evidence} names={names} inline={inline} onBlock={(block) => go({ block })} />
        const first = part.rows[0]?.index ?? 0
        const open = opened.has(first) || part.rows.some((row) => row.index === aim)
        const toggle = (): void => setOpened(new Set(open ? [...opened].filter((one) => one !== first) : [...opened, first]))
        return (
          <div key={first} className="fold">
            <button type="button" className="plain" aria-expanded={open} onClick={toggle}>
              … {foldedWords(part, names)}
            </button>
            {open && part.rows.map((row) => <BlockRow key={row.index} part={row} evidence={evidence} names={names} inline={inline} onBlock={(block) => go({ block })} />)}
          </div>
        )
      })}
    </div>
  )
}

interface Folded {
  readonly rows: readonly NumberedBlock[]
}

/** One-sided blocks in a row from which all but the first fold away. */
const LONG_RUN = 4

function folded(blocks: readonly NumberedBlock[]): readonly (NumberedBlock | Folded)[] {
  const parts: (NumberedBlock | Folded)[] = []
  for (let at = 0; at < blocks.length; ) {
    const { kind } = (blocks[at] as NumberedBlock).block
    let end = at + 1
    while (end < blocks.length && blocks[end]?.block.kind === kind) end++
    const run = blocks.slice(at, end)
    const alone = kind === 'left-only' || kind === 'right-only'
    if (kind === 'same') parts.push({ rows: run })
    else if (alone && run.length >= LONG_RUN && blocks.length > run.length) parts.push(run[0] as NumberedBlock, { rows: run.slice(1) })
    else parts.push(...run)
    at = end
  }
  return parts
}

function foldedWords({ rows }: Folded, names: Names): string {
  const { kind } = (rows[0] as NumberedBlock).block
  const paragraphs = amount(rows.length, 'paragraph', 'paragraphs')
  if (kind === 'same') return `${paragraphs} identical`
  return `${paragraphs} more only in ${kind === 'left-only' ? names.left : names.right}`
}

function targetAt(evidence: Evidence, texts: ReturnType<typeof numbered>, place: { readonly left?: Span; readonly right?: Span }): Target | undefined {
  const difference = differenceAt(texts, place)
  if (difference !== undefined) return { difference }
  const meets = (one: Span | undefined, other: Span | undefined): boolean => one !== undefined && other !== undefined && one.begin < other.end && other.begin < one.end
  const block = evidence.blocks.findIndex((one) => meets(one.left, place.left) || meets(one.right, place.right))
  return block < 0 ? undefined : { block }
}

/** Moves the focus to the place, and marks it on both sides. */
function pointAt(root: HTMLElement, target: Target): void {
  for (const place of root.querySelectorAll('[data-here]')) place.removeAttribute('data-here')
  const wanted = 'block' in target ? `[data-block="${target.block}"]` : `[data-difference="${target.difference}"]`
  const places = [...root.querySelectorAll<HTMLElement>(wanted)]
  for (const place of places) place.setAttribute('data-here', '')
  places[0]?.focus({ preventScroll: true })
  places[0]?.scrollIntoView({ block: 'center', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' })
}
