// How is a hit written for a table, a program or a reference manager? Each with its cluster and relation, so that copies
// of one text can be told from independent ones outside the archive too.
import { csvCell } from '../domain/csv.ts'
import type { SearchHit } from '../search/search.ts'
import type { ExportFormat } from './contract/export.ts'

export interface Writer {
  readonly mediaType: string
  readonly extension: string
  readonly head: string
  /** `address`: where the article is read. */
  readonly write: (hit: SearchHit, address: string) => string
}

const COLUMNS = [
  'id', 'externalId', 'headline', 'dek', 'byline', 'dateline', 'publisher', 'publishedAt', 'language', 'wordCount',
  'completeness', 'clusterId', 'clusterSize', 'principal', 'relation', 'documentName', 'url', 'tags', 'address',
] as const

export const WRITERS: Readonly<Record<ExportFormat, Writer>> = {
  csv: {
    mediaType: 'text/csv; charset=utf-8; header=present',
    extension: 'csv',
    head: `${COLUMNS.join(',')}\r\n`,
    write: (hit, address) => `${COLUMNS.map((column) => csvCell(rowOf(hit, address)[column])).join(',')}\r\n`,
  },
  jsonl: { mediaType: 'application/x-ndjson', extension: 'jsonl', head: '', write: (hit, address) => `${JSON.stringify(rowOf(hit, address))}\n` },
  bibtex: { mediaType: 'application/x-bibtex; charset=utf-8', extension: 'bib', head: '', write: bibtex },
  ris: { mediaType: 'application/x-research-info-systems; charset=utf-8', extension: 'ris', head: '', write: ris },
}

type Cell = string | number | boolean | readonly string[] | undefined

function rowOf(hit: SearchHit, address: string): Readonly<Record<(typeof COLUMNS)[number], Cell>> {
  const { id, externalId, headline, dek, byline, dateline, publisher, publishedAt, language, wordCount, completeness } = hit
  const { clusterId, clusterSize, principal, documentName, url, tags } = hit
  const relation = hit.relation?.relation
  return {
    id, externalId, headline, dek, byline, dateline, publisher, publishedAt, language, wordCount,
    completeness, clusterId, clusterSize, principal, relation, documentName, url, tags, address,
  }
}

/** "Cluster 12, 4 versions, relation to the principal: spun". */
function standing(hit: SearchHit): string {
  const versions = hit.clusterSize === 1 ? 'no other versions' : `${hit.clusterSize} versions`
  const relation = hit.principal ? 'principal' : `relation to the principal: ${hit.relation?.relation ?? 'by decision'}`
  return `Cluster ${hit.clusterId}, ${versions}, ${relation}`
}

function bibtex(hit: SearchHit, address: string): string {
  const fields: Readonly<Record<string, string | undefined>> = {
    title: hit.headline === '' ? undefined : `{${plain(hit.headline)}}`,
    author: hit.byline.length === 0 ? undefined : hit.byline.map((name) => `{${plain(name)}}`).join(' and '),
    journal: hit.publisher === undefined ? undefined : plain(hit.publisher),
    date: hit.publishedAt?.slice(0, 10),
    year: hit.publishedAt?.slice(0, 4),
    language: hit.language === 'und' ? undefined : hit.language,
    note: plain(standing(hit)),
    url: encodeURI(address),
  }
  const lines = Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = {${value}}`]))
  return `@article{copydesk${hit.id},\n${lines.join(',\n')}\n}\n\n`
}

const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}',
  '{': '\\{', '}': '\\}', '$': '\\$', '&': '\\&', '#': '\\#', '_': '\\_', '%': '\\%',
}

/** One line in which TeX finds no command. */
function plain(text: string): string {
  return oneLine(text).replace(/[\\~^{}$&#_%]/g, (character) => TEX[character] ?? character)
}

function ris(hit: SearchHit, address: string): string {
  const day = hit.publishedAt?.slice(0, 10)
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['TY', 'NEWS'],
    ['ID', hit.id],
    ['TI', hit.headline],
    ...hit.byline.map((name) => ['AU', name] as const),
    ['T2', hit.publisher],
    ['PY', day?.slice(0, 4)],
    ['DA', day?.replaceAll('-', '/')],
    ['LA', hit.language === 'und' ? undefined : hit.language],
    ['AB', hit.dek],
    ['N1', standing(hit)],
    ['UR', address],
    ['ER', ''],
  ]
  return `${lines.flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${oneLine(value)}`])).join('\r\n')}\r\n\r\n`
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}
