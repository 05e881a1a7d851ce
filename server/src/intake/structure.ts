// Which text format is it? Told by structure: tags, a mail's head, records, a table's head line.
import type { MediaType } from '../domain/document.ts'
import { endingOf } from './magic.ts'

const NDJSON: MediaType = 'application/x-ndjson'

export type TextKind = { readonly mediaType: MediaType } | { readonly mismatch: string }

/** `head`: the decoded beginning of the file; `whole`: it is the whole file. */
export function textKind(head: string, name: string, whole: boolean): TextKind {
  const text = head.replace(/^\ufeff/, '').trimStart()
  const ending = endingOf(name)
  const named = NAMED[ending]
  if (named !== undefined) return named(text, whole)
  if (ending === 'md' || ending === 'markdown') return { mediaType: 'text/markdown' }
  return unnamed(text, whole)
}

const NAMED: Readonly<Record<string, (text: string, whole: boolean) => TextKind>> = {
  html: webPage,
  htm: webPage,
  xhtml: webPage,
  json: (text, whole) => jsonKind(text, whole, false),
  jsonl: (text, whole) => jsonKind(text, whole, true),
  ndjson: (text, whole) => jsonKind(text, whole, true),
  csv: () => ({ mediaType: 'text/csv' }),
  tsv: () => ({ mediaType: 'text/csv' }),
  eml: (text) => ({ mediaType: mailFields(text).length > 0 ? 'message/rfc822' : 'text/plain' }),
  pdf: () => ({ mismatch: 'plain text' }),
  docx: () => ({ mismatch: 'plain text' }),
  zip: () => ({ mismatch: 'plain text' }),
}

function unnamed(text: string, whole: boolean): TextKind {
  if (isMarkup(text)) return { mediaType: 'text/html' }
  if (text.startsWith('{\\rtf')) return { mismatch: 'Rich Text' }
  if (/^<\?xml|^<svg[\s>]/i.test(text)) return { mismatch: 'XML that is not a web page' }
  if (isMail(text)) return { mediaType: 'message/rfc822' }
  if (/^[[{]/.test(text)) {
    const kind = jsonRecords(text, whole)
    if (kind !== undefined) return { mediaType: kind }
  }
  if (isArticleTable(text)) return { mediaType: 'text/csv' }
  return { mediaType: 'text/plain' }
}

function webPage(text: string): TextKind {
  if (!/<\/?[a-z!][^<>]{0,2000}>/i.test(text) && !/<[a-z]/i.test(text)) return { mediaType: 'text/plain' }
  if (/^<\?xml/i.test(text) && !/<html[\s>]/i.test(text)) return { mismatch: 'XML that is not a web page' }
  return { mediaType: 'text/html' }
}

/** A page that begins as one, or a fragment: it opens with a tag of HTML and has several. */
function isMarkup(text: string): boolean {
  if (/^(<\?xml[^>]{0,300}\?>\s*)?(<!--[^]{0,2000}?-->\s*)?<(!doctype html|html|head|body)[\s>]/i.test(text)) return true
  if (!/^<(p|div|h[1-6]|article|section|main|span|table|ul|ol|a|img|br|meta|link|title|script|style)[\s>/]/i.test(text)) return false
  return (text.slice(0, 20_000).match(/<\/?(p|div|h[1-6]|article|section|main|span|table|tr|td|ul|ol|li|a|em|strong|b|i)[\s>/]/gi)?.length ?? 0) >= 2
}

function jsonKind(text: string, whole: boolean, lines: boolean): TextKind {
  if (!/^[[{]/.test(text)) return { mismatch: 'plain text' }
  if (!lines) return { mediaType: text.startsWith('{') && jsonRecords(text, whole) === NDJSON ? NDJSON : 'application/json' }
  // One line a record is the rule; a list, or a record spread over lines, under this name is JSON all the same.
  const spread = text.startsWith('[') || (/^\{\s*\n/.test(text) && !parses(firstLine(text)))
  return { mediaType: spread ? 'application/json' : NDJSON }
}

/** JSON or JSON Lines where the text really is one of them, `undefined` for a text that only begins with a bracket. */
function jsonRecords(text: string, whole: boolean): MediaType | undefined {
  const line = firstLine(text)
  const more = text.slice(line.length).trim() !== ''
  if (parses(line)) return more && line.startsWith('{') ? NDJSON : 'application/json'
  if (whole) return parses(text) ? 'application/json' : undefined
  return /^\s*(\[\s*)*\{\s*"[^"\n]{1,60}"\s*:/.test(text) ? 'application/json' : undefined
}

function firstLine(text: string): string {
  const end = text.indexOf('\n')
  return end < 0 ? text : text.slice(0, end).trimEnd()
}

function parses(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object'
  } catch {
    return false
  }
}

/** The field names of a mail's head (RFC 5322, section 2.2), lower case; empty where the text does not begin with one. */
function mailFields(text: string): readonly string[] {
  const head = text.slice(0, 64 * 1024).replace(/^From [^\n]*\n/, '').split(/\r?\n\r?\n/, 1)[0] ?? ''
  const lines = head.split(/\r?\n/)
  if (!lines.every((line) => /^([!-9;-~]+:|[ \t])/.test(line)) || /^[ \t]/.test(lines[0] ?? '')) return []
  return lines.flatMap((line) => /^([!-9;-~]+):/.exec(line)?.[1]?.toLowerCase() ?? [])
}

// A news database prints "From:" and "Date:" above a text too; only programs write the fields asked for here.
function isMail(text: string): boolean {
  const fields = new Set(mailFields(text))
  const byProgram = ['mime-version', 'message-id', 'received', 'return-path', 'content-type'].filter((field) => fields.has(field))
  return byProgram.length > 0 && (fields.has('from') || fields.has('subject') || fields.has('date'))
}

/** A head line that names both a title and a text column. */
function isArticleTable(text: string): boolean {
  const columns = firstLine(text).toLowerCase().split(/[,;\t]/).map((column) => column.replace(/^\s*"?|"?\s*$/g, ''))
  return columns.some((one) => one === 'text' || one === 'body') && columns.some((one) => /^(id|title|headline|date|publishedat|url)$/.test(one))
}
