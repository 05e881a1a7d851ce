// What does a page with InstantSearch look like? Its own builds, Meilisearch's adapter, and nothing of ours: served from
// another origin than the archive, as a newsroom's own site would be.
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)
const SCRIPTS: Readonly<Record<string, string>> = {
  '/instantsearch.js': join(dirname(require.resolve('instantsearch.js/package.json')), 'dist/instantsearch.production.min.js'),
  '/adapter.js': require.resolve('@meilisearch/instant-meilisearch').replace(/[^/]*$/, 'instant-meilisearch.umd.min.js'),
}

export async function serveInstantPage(archive: string, key: string): Promise<{ readonly address: string; readonly server: Server }> {
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/'
    const script = SCRIPTS[path]
    if (script !== undefined) response.setHeader('content-type', 'text/javascript').end(readFileSync(script))
    else if (path === '/') response.setHeader('content-type', 'text/html; charset=utf-8').end(page(archive, key))
    else response.writeHead(204).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, address: `http://localhost:${(server.address() as AddressInfo).port}/` }
}

function page(archive: string, key: string): string {
  return `<!doctype html><meta charset="utf-8"><title>A newsroom's own search</title>
<div id="box"></div><div id="stats"></div><div id="publishers"></div><div id="order"></div><div id="hits"></div><div id="pages"></div>
<script src="/instantsearch.js"></script><script src="/adapter.js"></script>
<script>
const { searchClient } = window.instantMeiliSearch(${JSON.stringify(archive)}, ${JSON.stringify(key)}, { finitePagination: true, keepZeroFacets: false })
const search = instantsearch({ indexName: 'articles', searchClient })
const { searchBox, hits, refinementList, sortBy, pagination, stats, configure } = instantsearch.widgets
search.addWidgets([
  configure({ hitsPerPage: 2, attributesToSnippet: ['body:8'] }),
  searchBox({ container: '#box' }),
  stats({ container: '#stats' }),
  refinementList({ container: '#publishers', attribute: 'publisher' }),
  sortBy({ container: '#order', items: [{ label: 'Best', value: 'articles' }, { label: 'Newest', value: 'articles:publishedAtUnix:desc' }] }),
  hits({ container: '#hits', templates: { item: (hit, { html, components }) => html\`<b class="headline">\${components.Highlight({ hit, attribute: 'headline' })}</b> <i class="id">\${hit.externalId}</i> <p>\${components.Snippet({ hit, attribute: 'body' })}</p>\` } }),
  pagination({ container: '#pages' }),
])
search.start()
</script>`
}
