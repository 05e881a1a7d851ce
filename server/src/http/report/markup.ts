// How is a page written without ever putting text into HTML by hand? A template whose values are escaped, always; only what was
// made by the same template goes in as it is.

export interface Markup {
  readonly html: string
}

export type Piece = Markup | readonly Markup[] | string | number | undefined

/** HTML of a template: its own words as they stand, every value escaped. */
export function markup(words: TemplateStringsArray, ...values: readonly Piece[]): Markup {
  let html = words[0] ?? ''
  values.forEach((value, at) => {
    html += written(value) + (words[at + 1] ?? '')
  })
  return { html }
}

export const NOTHING: Markup = { html: '' }

function written(value: Piece): string {
  if (value === undefined) return ''
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return escaped(value)
  return 'html' in value ? value.html : value.map((one) => one.html).join('')
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
}
