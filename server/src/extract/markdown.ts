// Which text is the story in Markdown? Rendered to HTML (its own tags shown, not obeyed) and read as a fragment;
// the front matter's simple lines are the author's statements.
import MarkdownIt from 'markdown-it'
import type { Page } from '../domain/page.ts'
import { fragmentPage } from './fragment.ts'
import { recordClues } from './records.ts'

const FRONT_MATTER = /^\ufeff?---[ \t]*\r?\n([^]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/
const markdown = new MarkdownIt({ html: true, linkify: false, maxNesting: 50 })

export function markdownPage(text: string): Page {
  const front = FRONT_MATTER.exec(text)
  const story = front === null ? text : text.slice(front[0].length)
  return fragmentPage(markdown.render(story), front === null ? [] : recordClues(statements(front[1] ?? ''), 'markup'))
}

/** `name: value` lines and plain lists; anything deeper of YAML says nothing about an article. */
function statements(front: string): Readonly<Record<string, string | readonly string[]>> {
  const found: Record<string, string | string[]> = Object.create(null)
  let last = ''
  for (const line of front.split(/\r?\n/)) {
    const named = /^([\w-]{1,40}):[ \t]*(.*)$/.exec(line)
    const item = /^[ \t]*-[ \t]+(.+)$/.exec(line)?.[1]
    const list = found[last]
    if (named !== null) {
      last = named[1] ?? ''
      found[last] = value(named[2] ?? '')
    } else if (item !== undefined && last !== '') {
      found[last] = [...(Array.isArray(list) ? list : []), unquoted(item)]
    }
  }
  return found
}

function value(text: string): string | string[] {
  const list = /^\[(.*)\]$/.exec(text.trim())?.[1]
  return list === undefined ? unquoted(text) : list.split(',').map(unquoted)
}

function unquoted(text: string): string {
  return text.trim().replace(/^(["'])(.*)\1$/, '$2')
}
