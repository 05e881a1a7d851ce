// One article to read: clean text first, then what is known of it. Furniture is folded away and never lost.
import { useState, type ReactElement } from 'react'
import { isProblem } from '../../api.ts'
import { amount } from '../../evidence/numbers.ts'
import { useKeys } from '../frame/keys.ts'
import { backToResults, goTo } from '../frame/place.ts'
import { Shell } from '../frame/Shell.tsx'
import { useSlow } from '../frame/slow.ts'
import { Facts } from '../HitRow.tsx'
import { Lost } from '../Lost.tsx'
import { Trouble } from '../Trouble.tsx'
import { leadFirst } from '../Versions.tsx'
import { useArticle, useSurroundings, type Article, type Surroundings } from './article.ts'
import { Banners } from './Banners.tsx'
import { Body } from './Body.tsx'
import { furnitureOf, linesOf, placed } from './furniture.ts'
import { Provenance } from './Provenance.tsx'
import { Related } from './Related.tsx'
import { VersionsPanel } from './VersionsPanel.tsx'

export default function ArticlePage({ id }: { readonly id: string }): ReactElement {
  const asked = useArticle(id)
  const around = useSurroundings(asked.answer)
  const slow = useSlow(asked.waiting)
  const [furniture, setFurniture] = useState(false)
  useArticleKeys(asked.answer, around, () => setFurniture(!furniture))
  if (isProblem(asked.error, 404)) return <Lost what="There is no such article" />
  const article = asked.answer
  return (
    <Shell title={article?.headline ?? ''} ready={article !== undefined || asked.error !== undefined}>
      {slow && <div className="loading" aria-hidden="true" />}
      <p className="way-back">
        <button type="button" className="plain" onClick={backToResults} aria-keyshortcuts="b">
          ← Results
        </button>
      </p>
      {asked.error !== undefined && <Trouble error={asked.error} onAgain={asked.again} />}
      {article !== undefined && (
        <div className="reader">
          <Text article={article} around={around} shown={furniture} onShow={() => setFurniture(!furniture)} />
          <aside aria-label="About this article">
            <VersionsPanel article={article} around={around} />
            <Related article={article} around={around} />
            <Provenance article={article} around={around} />
          </aside>
        </div>
      )}
    </Shell>
  )
}

function useArticleKeys(article: Article | undefined, around: Surroundings, toggle: () => void): void {
  const versions = around.cluster === undefined ? [] : leadFirst(around.cluster).map((member) => member.articleId)
  const at = article === undefined ? -1 : versions.indexOf(article.id)
  const step = (by: number): void => {
    const next = versions[(at + by + versions.length) % versions.length]
    if (at >= 0 && next !== undefined && next !== article?.id) goTo(`/articles/${next}`)
  }
  const compare = (): void => {
    const other = versions.find((id) => id !== article?.id)
    if (article !== undefined && other !== undefined) goTo(`/compare/${other}/${article.id}`)
  }
  useKeys({ '[': () => step(-1), ']': () => step(1), c: compare, f: toggle, b: backToResults })
}

interface TextProps {
  readonly article: Article
  readonly around: Surroundings
  readonly shown: boolean
  readonly onShow: () => void
}

function Text({ article, around, shown, onShow }: TextProps): ReactElement {
  const pieces = around.document === undefined ? [] : furnitureOf(article, around.document)
  const language = article.language === 'und' ? undefined : article.language
  return (
    <article className="text">
      <h1 lang={language}>{article.headline === '' ? 'Without a headline' : article.headline}</h1>
      {article.dek !== undefined && (
        <p className="dek" lang={language}>
          {article.dek}
        </p>
      )}
      <Facts hit={article} />
      <Banners article={article} around={around} />
      {pieces.length > 0 && (
        <p className="furniture-fold">
          {amount(linesOf(pieces), 'line', 'lines')} of page furniture {shown ? 'shown' : 'hidden'} –{' '}
          <button type="button" className="plain" aria-expanded={shown} aria-keyshortcuts="f" onClick={onShow}>
            {shown ? 'hide' : 'show'}
            <span className="hidden"> page furniture</span>
          </button>
        </p>
      )}
      {article.dateline !== undefined && <p className="dateline">{article.dateline}</p>}
      <Body body={article.body} language={article.language} furniture={shown ? placed(article, pieces) : []} />
    </article>
  )
}
