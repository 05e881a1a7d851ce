// What kind of block do these open elements make? The innermost one that says so decides.
import type { BlockKind } from '../../domain/page.ts'

const KINDS: Readonly<Record<string, BlockKind>> = {
  li: 'list-item', blockquote: 'quote', figcaption: 'caption', caption: 'caption', td: 'table-row', th: 'table-row',
}

/** `names` of open elements, outermost first. */
export function kindWithin(names: readonly string[]): { readonly kind: BlockKind; readonly level?: number } {
  for (const name of names.toReversed()) {
    if (/^h[1-6]$/.test(name)) return { kind: 'heading', level: Number(name[1]) }
    const kind = KINDS[name]
    if (kind !== undefined) return { kind }
    if (name === 'div' || name === 'section' || name === 'article') break
  }
  return { kind: 'paragraph' }
}
