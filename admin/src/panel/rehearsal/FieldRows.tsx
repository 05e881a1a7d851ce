// What does the article say of itself, and what should it say? Each value with the words it came from; any of them can be
// corrected in its place, and what the archive read be taken again.
import { useState, type FormEvent, type ReactElement } from 'react'
import { languageName, published, statedDay } from '../../evidence/numbers.ts'
import { FIELD_NAMES, SOURCES } from '../articles/Grounds.tsx'
import type { CorrectedFields } from './corrections.ts'
import type { RehearsedArticle } from './rehearsed.ts'

type Field = keyof CorrectedFields

const FIELDS = ['headline', 'byline', 'publishedAt', 'publisher', 'language', 'dek', 'dateline'] as const satisfies readonly Field[]

interface FieldRowsProps {
  readonly article: RehearsedArticle
  /** Those that a person said. */
  readonly said: CorrectedFields
  readonly onSay: (fields: CorrectedFields) => void
  readonly onTakeBack: (field: Field) => void
}

export function FieldRows({ article, said, onSay, onTakeBack }: FieldRowsProps): ReactElement {
  const [editing, setEditing] = useState<Field>()
  return (
    <dl className="field-rows">
      {FIELDS.map((field) => (
        <div key={field}>
          <dt>{FIELD_NAMES[field]}</dt>
          <dd>
            {editing === field ? (
              <Editor
                field={field}
                value={written(field, article)}
                onEnd={(value) => {
                  setEditing(undefined)
                  if (value !== undefined) onSay({ [field]: value } as CorrectedFields)
                }}
              />
            ) : (
              <>
                <button type="button" className="field-value" aria-label={`Correct the ${FIELD_NAMES[field].toLowerCase()} of ${article.headline}`} onClick={() => setEditing(field)}>
                  {shown(field, article) || <span className="facts">Not found</span>}
                </button>
                <Ground field={field} article={article} />
                {said[field] !== undefined && (
                  <button type="button" className="plain" onClick={() => onTakeBack(field)}>
                    Take back
                  </button>
                )}
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Ground({ field, article }: { readonly field: Field; readonly article: RehearsedArticle }): ReactElement | null {
  const ground = article.grounds?.find((one) => one.field === field)
  if (ground === undefined) return null
  if (ground.source === 'editor') return <span className="ground facts">as you say</span>
  return (
    <span className="ground facts">
      {ground.source === 'text' ? <q>{ground.words.length > 90 ? `${ground.words.slice(0, 90)}…` : ground.words}</q> : SOURCES[ground.source]}
    </span>
  )
}

const HINTS: Readonly<Partial<Record<Field, string>>> = { byline: 'Several names: put commas between them', publishedAt: 'As 2024-03-01', language: 'Two letters, as en' }
const RULES: Readonly<Partial<Record<Field, string>>> = { publishedAt: '\\d{4}-\\d{2}-\\d{2}(T.*)?', language: '[a-z]{2,3}' }
const NEEDED: ReadonlySet<Field> = new Set(['headline', 'language'])

function Editor({ field, value, onEnd }: { readonly field: Field; readonly value: string; readonly onEnd: (value: string | readonly string[] | undefined) => void }): ReactElement {
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const words = String(new FormData(event.currentTarget).get('value') ?? '').trim()
    if (words === value) onEnd(undefined)
    else onEnd(field === 'byline' ? words.split(',').map((name) => name.trim()).filter((name) => name !== '') : words)
  }
  return (
    <form className="field-editor" onSubmit={submit} onKeyDown={({ key }) => key === 'Escape' && onEnd(undefined)}>
      <input name="value" defaultValue={value} autoFocus aria-label={FIELD_NAMES[field]} required={NEEDED.has(field)} pattern={RULES[field]} title={HINTS[field]} maxLength={2_000} />
      <button type="submit" className="strong">
        Set
      </button>
      <button type="button" onClick={() => onEnd(undefined)}>
        Leave it
      </button>
      {HINTS[field] !== undefined && <span className="facts">{HINTS[field]}</span>}
    </form>
  )
}

function written(field: Field, article: RehearsedArticle): string {
  if (field === 'byline') return (article.byline ?? []).join(', ')
  if (field === 'publishedAt') return statedDay(article.publishedAt ?? '') ?? article.publishedAt ?? ''
  return article[field] ?? ''
}

function shown(field: Field, article: RehearsedArticle): string {
  if (field === 'publishedAt') return article.publishedAt === undefined ? '' : published(article.publishedAt)
  if (field === 'language') return languageName(article.language ?? 'und')
  return written(field, article)
}
