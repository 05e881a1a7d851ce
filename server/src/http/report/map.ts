// How did the text travel, at one look? Both texts as columns of their true lengths with a band for each shared passage: the same
// picture as on the screen, in lines that a black-and-white printer keeps.
import type { Block, Evidence } from '../../domain/evidence.ts'
import { type Markup, markup } from './markup.ts'

const [WIDTH, HEIGHT, COLUMN] = [160, 190, 30] as const

const LOOKS: Readonly<Record<Block['kind'], { readonly fill: string; readonly stroke: string; readonly dashes: string }>> = {
  'same': { fill: '#44597a', stroke: '#44597a', dashes: 'none' },
  'edited': { fill: '#b9c7da', stroke: '#44597a', dashes: 'none' },
  'moved': { fill: '#ffffff', stroke: '#44597a', dashes: '2 2' },
  'left-only': { fill: 'none', stroke: '#c9c9c9', dashes: 'none' },
  'right-only': { fill: 'none', stroke: '#c9c9c9', dashes: 'none' },
}

export function mapOf({ blocks }: Evidence, says: string): Markup {
  const lengthOf = (side: 'left' | 'right'): number => Math.max(1, ...blocks.map((block) => block[side]?.end ?? 0))
  const scale = HEIGHT / Math.max(lengthOf('left'), lengthOf('right'))
  const bands = blocks.flatMap((block) => {
    const other = block.movedTo === undefined ? block : blocks[block.movedTo]
    if (block.kind === 'moved' && block.left === undefined) return []
    const [left, right] = [block.left, other?.right].map((place) => place && ([place.begin * scale, Math.max(place.end * scale, place.begin * scale + 0.6)] as const))
    return [bandOf(block.kind, left, right)]
  })
  return markup`<svg class="map" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${says}">
<rect x="0.5" y="0.5" width="${COLUMN - 1}" height="${rounded(lengthOf('left') * scale - 1)}" fill="none" stroke="#1b1b1b" stroke-width="0.6"/>
<rect x="${WIDTH - COLUMN + 0.5}" y="0.5" width="${COLUMN - 1}" height="${rounded(lengthOf('right') * scale - 1)}" fill="none" stroke="#1b1b1b" stroke-width="0.6"/>
${bands}</svg>`
}

type Range = readonly [number, number] | undefined

function bandOf(kind: Block['kind'], left: Range, right: Range): Markup {
  const { fill, stroke, dashes } = LOOKS[kind]
  const [from, to, middle] = [COLUMN, WIDTH - COLUMN, WIDTH / 2]
  const column = (range: Range, x: number): Markup =>
    range === undefined ? markup`` : markup`<rect x="${x}" y="${rounded(range[0])}" width="${COLUMN}" height="${rounded(range[1] - range[0])}" fill="${fill}" stroke="${stroke}" stroke-width="0.3" stroke-dasharray="${dashes}"/>`
  if (left === undefined || right === undefined) return markup`${column(left, 0)}${column(right, to)}`
  const [a, b, c, d] = [left[0], left[1], right[0], right[1]].map(rounded)
  return markup`${column(left, 0)}${column(right, to)}<path d="M${from},${a} C${middle},${a} ${middle},${c} ${to},${c} L${to},${d} C${middle},${d} ${middle},${b} ${from},${b} Z" fill="${fill}" fill-opacity="0.55" stroke="${stroke}" stroke-width="0.3" stroke-dasharray="${dashes}"/>`
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10
}
