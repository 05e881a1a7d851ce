// How is a saved search followed? As an Atom feed (RFC 4287): one entry a story, the newest first.
import type { SearchHit } from '../search/search.ts'
import type { SavedSearch } from '../store/port.ts'
import { xmlText } from './xml.ts'

export const ATOM = 'application/atom+xml; charset=utf-8'

export function atomFeed(search: SavedSearch, hits: readonly SearchHit[], site: string, self: string): string {
  const updated = hits.map((hit) => hit.updatedAt).sort().at(-1) ?? search.createdAt
  const parts = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<id>urn:copydesk:saved-search:${xmlText(search.id)}</id>`,
    `<title>${xmlText(search.name)}</title>`,
    `<updated>${xmlText(updated)}</updated>`,
    '<author><name>Copydesk</name></author>',
    `<link rel="self" type="application/atom+xml" href="${xmlText(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${xmlText(`${site}/?${search.query}`)}"/>`,
    ...hits.map((hit) => entry(hit, site)),
    '</feed>',
  ]
  return `${parts.join('\n')}\n`
}

function entry(hit: SearchHit, site: string): string {
  const source = [hit.publisher, hit.copies > 0 ? `${hit.copies + 1} versions` : undefined].filter((part) => part !== undefined).join(', ')
  return [
    '<entry>',
    `<id>urn:copydesk:article:${xmlText(hit.id)}</id>`,
    `<title>${xmlText(hit.headline === '' ? 'Without a headline' : hit.headline)}</title>`,
    `<link rel="alternate" type="text/html" href="${xmlText(`${site}/articles/${hit.id}`)}"/>`,
    ...(hit.publishedAt === undefined ? [] : [`<published>${xmlText(hit.publishedAt)}</published>`]),
    `<updated>${xmlText(hit.updatedAt)}</updated>`,
    ...hit.byline.map((name) => `<author><name>${xmlText(name)}</name></author>`),
    `<summary>${xmlText([source, hit.dek].filter(Boolean).join(' – '))}</summary>`,
    '</entry>',
  ].join('\n')
}
