// How do all versions stand to one reference? Its text once; each place where others differ opens to the variants and who has
// them, and each paragraph says who holds it.
import { useState, type KeyboardEvent, type ReactElement } from 'react'
import { amount } from './numbers.ts'
import type { Stack as StackOf } from './pair.ts'
import './pair.css'

interface StackProps {
  readonly stack: StackOf
  /** What each article is called, by id. */
  readonly nameOf: (articleId: string) => string
  readonly onReference?: (articleId: string) => void
}

type Paragraph = StackOf['paragraphs'][number]
type Variants = StackOf['before']

/** One letter a member, so that a paragraph's edge can say who holds it. */
type Letters = ReadonlyMap<string, string>

export function Stack({ stack, nameOf, onReference }: StackProps): ReactElement {
  const letters: Letters = new Map(stack.members.map((member, at) => [member.articleId, letterOf(at)]))
  const language = stack.reference.language === 'und' ? undefined : stack.reference.language
  return (
    <div className="stack">
      <p className="facts">
        Reference: <strong>{nameOf(stack.reference.articleId)}</strong>
      </p>
      <ul className="stack-members" aria-label="Compared with the reference">
        {stack.members.map((member) => (
          <li key={member.articleId}>
            <span className="letter" aria-hidden="true">
              {letters.get(member.articleId)}
            </span>{' '}
            {nameOf(member.articleId)}{' '}
            {onReference !== undefined && (
              <button type="button" className="plain" onClick={() => onReference(member.articleId)}>
                Make reference<span className="hidden">: {nameOf(member.articleId)}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {stack.more > 0 && <p className="facts">{`And ${amount(stack.more, 'more version', 'more versions')} that are nearly the principal, and are not read here.`}</p>}
      <Extra variants={stack.before} letters={letters} nameOf={nameOf} where="Before it" />
      <div lang={language}>
        {stack.paragraphs.map((paragraph) => (
          <ParagraphRow key={paragraph.span.begin} paragraph={paragraph} letters={letters} nameOf={nameOf} />
        ))}
      </div>
    </div>
  )
}

function letterOf(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : `${String.fromCharCode(64 + Math.floor(at / 26))}${String.fromCharCode(65 + (at % 26))}`
}

interface ParagraphRowProps {
  readonly paragraph: Paragraph
  readonly letters: Letters
  readonly nameOf: StackProps['nameOf']
}

function ParagraphRow({ paragraph, letters, nameOf }: ParagraphRowProps): ReactElement {
  const [open, setOpen] = useState<number>()
  const shown = open === undefined ? undefined : paragraph.pieces[open]
  return (
    <div className="stack-paragraph">
      <div className="stack-holders" role="img" aria-label={holdersWords(paragraph, nameOf)} title={holdersWords(paragraph, nameOf)}>
        {[...letters].map(([id, letter]) => (
          <span key={id} className={paragraph.heldBy.includes(id) ? 'letter' : 'letter letter-missing'}>
            {letter}
          </span>
        ))}
      </div>
      <div>
        <p className="stack-text">
          {paragraph.pieces.map((piece, at) =>
            piece.variants === undefined || piece.variants.length === 0 ? (
              piece.text
            ) : (
              <Place key={at} text={piece.text} variants={piece.variants} open={open === at} onToggle={() => setOpen(open === at ? undefined : at)} />
            ),
          )}
        </p>
        {shown?.variants !== undefined && <VariantList variants={shown.variants} letters={letters} nameOf={nameOf} />}
        <Extra variants={paragraph.extra} letters={letters} nameOf={nameOf} where="After it" />
      </div>
    </div>
  )
}

function holdersWords({ heldBy, missingIn }: Paragraph, nameOf: StackProps['nameOf']): string {
  const held = heldBy.length === 0 ? 'In no other version' : `Also in ${heldBy.map(nameOf).join(', ')}`
  return missingIn.length === 0 || heldBy.length === 0 ? held : `${held}; not in ${missingIn.map(nameOf).join(', ')}`
}

interface PlaceProps {
  readonly text: string
  readonly variants: Variants
  readonly open: boolean
  readonly onToggle: () => void
}

/** White space at the ends of a place stays outside its button. A real button cannot run on from line to line as words do. */
function Place({ text, variants, open, onToggle }: PlaceProps): ReactElement {
  const [, before = '', words = '', after = ''] = /^(\s*)([^]*?)(\s*)$/.exec(text) ?? []
  const count = variants.length + 1
  return (
    <>
      {before}
      <span role="button" tabIndex={0} className="variant-place" aria-expanded={open} onClick={onToggle} onKeyDown={pressed(onToggle)}>
        {words === '' ? (
          <>
            <span aria-hidden="true">‸</span>
            <span className="hidden">added elsewhere</span>
          </>
        ) : (
          words
        )}
        <sup>
          <span className="hidden">, </span>
          {count}
          <span className="hidden"> variants</span>
        </sup>
      </span>
      {after}
    </>
  )
}

function pressed(act: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    act()
  }
}

function VariantList({ variants, letters, nameOf }: { readonly variants: Variants; readonly letters: Letters; readonly nameOf: StackProps['nameOf'] }): ReactElement {
  return (
    <ul className="variant-list" aria-live="polite">
      {variants.map((one) => (
        <li key={one.text}>
          {one.text === '' ? <em>left out</em> : <ins>{one.text}</ins>} <Who ids={one.articleIds} letters={letters} nameOf={nameOf} />
        </li>
      ))}
    </ul>
  )
}

function Who({ ids, letters, nameOf }: { readonly ids: readonly string[]; readonly letters: Letters; readonly nameOf: StackProps['nameOf'] }): ReactElement {
  return (
    <span className="who">
      {ids.map((id) => (
        <span key={id} className="letter" title={nameOf(id)}>
          <span aria-hidden="true">{letters.get(id)}</span>
          <span className="hidden">{nameOf(id)} </span>
        </span>
      ))}
    </span>
  )
}

function Extra({ variants, letters, nameOf, where }: { readonly variants: Variants; readonly letters: Letters; readonly nameOf: StackProps['nameOf']; readonly where: string }): ReactElement | null {
  if (variants.length === 0) return null
  return (
    <ul className="stack-extra">
      {variants.map((one) => (
        <li key={one.text}>
          <span className="kind">{where}</span> <Who ids={one.articleIds} letters={letters} nameOf={nameOf} /> <ins className="own">{one.text}</ins>
        </li>
      ))}
    </ul>
  )
}
