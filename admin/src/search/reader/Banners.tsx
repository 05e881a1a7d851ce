// What must a reader know before the first sentence? That the text stops, that it must not be quoted, that it was deleted.
import type { ReactElement } from 'react'
import { amount } from '../../evidence/numbers.ts'
import { Link } from '../frame/Link.tsx'
import { fullestOf, spunFrom, type Article, type Surroundings } from './article.ts'
import { furnitureOf } from './furniture.ts'
import { nameOf } from './names.ts'

interface BannersProps {
  readonly article: Article
  readonly around: Surroundings
}

export function Banners({ article, around }: BannersProps): ReactElement {
  return (
    <>
      {article.status === 'binned' && (
        <p className="banner">
          <strong>In the bin.</strong> This article is no longer found by a search.
        </p>
      )}
      <SpunBanner article={article} around={around} />
      <StopsBanner article={article} around={around} />
    </>
  )
}

function SpunBanner({ article, around }: BannersProps): ReactElement | null {
  const match = spunFrom(article, around)
  if (match === undefined) return null
  const source = around.others.get(match.right)
  const altered = match.reasons.find((reason) => reason.code === 'quotations-altered')?.message.replace(/\.$/, '')
  return (
    <p className="banner banner-warning">
      <strong>Do not quote{altered === undefined ? '' : `: ${altered}`}.</strong> This is a machine-spun copy: words were swapped by software. The original is{' '}
      <Link href={`/articles/${match.right}`}>{source === undefined ? 'the other version' : nameOf(source)}</Link>;{' '}
      <Link href={`/compare/${match.right}/${article.id}`}>compare the two</Link>.
    </p>
  )
}

/** Where the text itself does not tell, a paywall on the page and a longer version that holds all of it do. */
function StopsBanner({ article, around }: BannersProps): ReactElement | null {
  const fullest = fullestOf(article, around)
  const ground = article.grounds.find((one) => one.field === 'completeness')
  const furniture = around.document === undefined ? [] : furnitureOf(article, around.document)
  const paywall = furniture.some((piece) => piece.reason === 'paywall')
  const cut = paywall && fullest !== undefined && article.relation?.relation === 'excerpt'
  if (article.completeness === 'complete' && !cut) return null
  return (
    <p className="banner">
      <strong>{paywall ? 'Text stops at the paywall' : 'Text stops early'}</strong>
      {fullest === undefined ? (
        <>. No fuller version is in the archive{ground === undefined || ground.words === '' ? '' : `; the page said “${ground.words.slice(0, 120)}”`}.</>
      ) : (
        <>
          ; the full text is in <Link href={`/articles/${fullest.id}`}>{nameOf(fullest)}</Link> ({amount(fullest.wordCount, 'word', 'words')} against{' '}
          {amount(article.wordCount, 'word', 'words')} here).
        </>
      )}
    </p>
  )
}
