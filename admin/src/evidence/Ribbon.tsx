// What became of the text, at one look? Both texts as columns of their true lengths, and a band for each passage from where it
// stands in one to where it stands in the other: full bands are a copy, gaps a cut, thin ticks all over a respin.
import { useId, type ReactElement } from 'react'
import { amount } from './numbers.ts'
import { type Block, type Evidence, type Names, numbered, type Op } from './pair.ts'
import { percent } from './words.ts'
import './pair.css'

interface RibbonProps {
  readonly evidence: Evidence
  readonly names: Names
  /** Leads to a block of the texts. */
  readonly onBlock?: (block: number) => void
}

const HEIGHT = 360
const WIDTH = 640
const COLUMN = 96
/** Pixels of the smaller column, at least. */
const LEAST = 14

interface Band {
  readonly index: number
  readonly block: Block
  readonly left?: readonly [number, number]
  readonly right?: readonly [number, number]
  /** Share of the words that stayed. */
  readonly kept: number
}

export function Ribbon({ evidence, names, onBlock }: RibbonProps): ReactElement {
  const title = useId()
  const bands = bandsOf(evidence)
  const heights = heightsOf(evidence)
  const sentence = sentenceOf(evidence, names)
  return (
    <figure className="ribbon" aria-labelledby={title}>
      <p className="ribbon-sentence">{sentence}</p>
      <p className="ribbon-names" aria-hidden="true">
        <span>{names.left}</span>
        <span>{names.right}</span>
      </p>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={title} preserveAspectRatio="xMidYMin meet">
        <title id={title}>{`Map of both texts: ${sentence}`}</title>
        <Patterns id={title} />
        {(['left', 'right'] as const).map((side) => (
          <rect key={side} className="ribbon-column" x={side === 'left' ? 0 : WIDTH - COLUMN} width={COLUMN} y="0" height={heights[side]} />
        ))}
        {bands.map((band) => (
          <BandShape key={band.index} band={band} pattern={title} onBlock={onBlock} />
        ))}
        <path className="ribbon-ticks" d={ticksOf(evidence)} />
      </svg>
      <figcaption>
        <Legend id={title} kinds={new Set(evidence.blocks.map((block) => block.kind))} />
        <details>
          <summary>As a list</summary>
          <BandList bands={bands} names={names} onBlock={onBlock} />
        </details>
      </figcaption>
    </figure>
  )
}

function lengthOf(evidence: Evidence, side: 'left' | 'right'): number {
  return Math.max(1, ...evidence.blocks.map((block) => block[side]?.end ?? 0))
}

function heightsOf(evidence: Evidence): { readonly left: number; readonly right: number } {
  const [left, right] = [lengthOf(evidence, 'left'), lengthOf(evidence, 'right')]
  const scale = HEIGHT / Math.max(left, right)
  return { left: Math.max(LEAST, left * scale), right: Math.max(LEAST, right * scale) }
}

/** From a text's offset to a height in its column. */
function scalesOf(evidence: Evidence): { readonly left: number; readonly right: number } {
  const heights = heightsOf(evidence)
  return { left: heights.left / lengthOf(evidence, 'left'), right: heights.right / lengthOf(evidence, 'right') }
}

function bandsOf(evidence: Evidence): readonly Band[] {
  const scales = scalesOf(evidence)
  return evidence.blocks.flatMap((block, index): Band[] => {
    if (block.kind === 'moved' && block.left === undefined) return []
    const other = block.movedTo === undefined ? block : evidence.blocks[block.movedTo]
    const [left, right] = [block.left, other?.right]
    return [{
      index, block, kept: keptOf(block.ops),
      ...(left && { left: [left.begin * scales.left, Math.max(left.end * scales.left, left.begin * scales.left + 1)] as const }),
      ...(right && { right: [right.begin * scales.right, Math.max(right.end * scales.right, right.begin * scales.right + 1)] as const }),
    }]
  })
}

function keptOf(ops: readonly Op[]): number {
  let [same, all] = [0, 0]
  for (const op of ops) {
    const length = op.op === 'swap' ? Math.max(op.from.length, op.to.length) : op.text.length
    all += length
    if (op.op === 'same') same += length
  }
  return all === 0 ? 1 : same / all
}

function BandShape({ band, pattern, onBlock }: { readonly band: Band; readonly pattern: string; readonly onBlock: RibbonProps['onBlock'] }): ReactElement {
  const { left, right, block, index, kept } = band
  const open = onBlock === undefined ? {} : { onClick: () => onBlock(index) }
  const [from, to] = [COLUMN, WIDTH - COLUMN]
  const middle = (from + to) / 2
  const kind = block.kind === 'edited' && kept < 0.999 ? 'edited' : block.kind
  const fill = kind === 'same' ? undefined : kind === 'edited' || kind === 'moved' ? `url(#${pattern}-${kind})` : undefined
  return (
    <g className={`ribbon-band ribbon-${kind}`} {...open}>
      {left !== undefined && <rect x="0" width={COLUMN} y={left[0]} height={left[1] - left[0]} fill={fill} />}
      {right !== undefined && <rect x={to} width={COLUMN} y={right[0]} height={right[1] - right[0]} fill={fill} />}
      {left !== undefined && right !== undefined && (
        <path
          d={`M${from},${left[0]} C${middle},${left[0]} ${middle},${right[0]} ${to},${right[0]} L${to},${right[1]} C${middle},${right[1]} ${middle},${left[1]} ${from},${left[1]} Z`}
          fill={fill}
        />
      )}
    </g>
  )
}

/** A tick for each difference inside shared blocks, on the side where it stands. */
function ticksOf(evidence: Evidence): string {
  const scales = scalesOf(evidence)
  const { differences } = numbered(evidence.blocks)
  const shared = differences.filter((one) => !['left-only', 'right-only'].includes(evidence.blocks[one.block]?.kind ?? ''))
  return shared
    .flatMap(({ left, right }) => [
      left === undefined ? '' : `M4,${(left.begin * scales.left).toFixed(1)}h${COLUMN - 8}`,
      right === undefined ? '' : `M${WIDTH - COLUMN + 4},${(right.begin * scales.right).toFixed(1)}h${COLUMN - 8}`,
    ])
    .join('')
}

function Patterns({ id }: { readonly id: string }): ReactElement {
  return (
    <defs>
      <pattern id={`${id}-edited`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className="pattern-ground" width="6" height="6" />
        <rect className="pattern-line" width="2.5" height="6" />
      </pattern>
      <pattern id={`${id}-moved`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect className="pattern-moved-ground" width="6" height="6" />
        <circle className="pattern-moved-dot" cx="3" cy="3" r="1.5" />
      </pattern>
    </defs>
  )
}

const KINDS: readonly (readonly [Block['kind'], string])[] = [['same', 'word for word'], ['edited', 'with changes'], ['moved', 'moved'], ['left-only', 'only on one side']]

function Legend({ id, kinds }: { readonly id: string; readonly kinds: ReadonlySet<Block['kind']> }): ReactElement {
  const there = KINDS.filter(([kind]) => kinds.has(kind) || (kind === 'left-only' && kinds.has('right-only')))
  return (
    <ul className="ribbon-legend">
      {there.map(([kind, says]) => (
        <li key={kind}>
          <svg viewBox="0 0 18 12" aria-hidden="true" className={`ribbon-${kind}`}>
            <rect x="0.5" y="0.5" width="17" height="11" fill={kind === 'edited' || kind === 'moved' ? `url(#${id}-${kind})` : undefined} />
          </svg>
          {says}
        </li>
      ))}
    </ul>
  )
}

function BandList({ bands, names, onBlock }: { readonly bands: readonly Band[]; readonly names: Names; readonly onBlock: RibbonProps['onBlock'] }): ReactElement {
  return (
    <ol className="ribbon-list">
      {bands.map((band) => {
        const says = bandWords(band, names)
        return <li key={band.index}>{onBlock === undefined ? says : <button type="button" className="plain" onClick={() => onBlock(band.index)}>{says}</button>}</li>
      })}
    </ol>
  )
}

function bandWords({ block, kept }: Band, names: Names): string {
  const start = block.ops.map((op) => (op.op === 'swap' ? op.from : op.text)).join('').replace(/\s+/g, ' ').slice(0, 48)
  if (block.kind === 'left-only') return `Only in ${names.left}: ${start} …`
  if (block.kind === 'right-only') return `Only in ${names.right}: ${start} …`
  const how = block.kind === 'same' ? 'word for word' : `${percent(kept)} of it kept`
  return `${block.kind === 'moved' ? 'Moved, ' : ''}${how}: ${start} …`
}

function sentenceOf(evidence: Evidence, names: Names): string {
  const count = (kind: Block['kind']): number => evidence.blocks.filter((block) => block.kind === kind).length
  const parts = [
    [count('same'), 'word for word'], [count('edited'), 'with changes'], [count('moved') / 2, 'moved'],
    [count('left-only'), `only in ${names.left}`], [count('right-only'), `only in ${names.right}`],
  ] as const
  const told = parts.filter(([number]) => number > 0).map(([number, says]) => `${amount(number, 'passage', 'passages')} ${says}`)
  return `${told.join(', ')}.`
}
