// How does a browser learn to search the archive? By an OpenSearch 1.1 description, which the page links to.
import { ANSWERED, type Route, route } from '../route.ts'
import { siteOf } from '../site.ts'
import { xmlText } from '../xml.ts'

export const openSearchRoutes: readonly Route[] = [
  route({
    id: 'openSearch', method: 'get', path: '/opensearch.xml', needs: 'anyone', summary: 'An OpenSearch description, so that a browser can search the archive.',
    answers: [{ status: 200, description: 'The description.', mediaType: 'application/opensearchdescription+xml' }],
    handle: async ({ request, response }, { settings }) => {
      const site = xmlText(siteOf(request, settings))
      response.type('application/opensearchdescription+xml').send(
        [
          '<?xml version="1.0" encoding="utf-8"?>',
          '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
          '<ShortName>Copydesk</ShortName>',
          '<Description>Search the news archive</Description>',
          '<InputEncoding>UTF-8</InputEncoding>',
          `<Url type="text/html" method="get" template="${site}/?q={searchTerms}"/>`,
          `<Url type="application/opensearchdescription+xml" rel="self" template="${site}/opensearch.xml"/>`,
          '</OpenSearchDescription>',
          '',
        ].join('\n'),
      )
      return ANSWERED
    },
  }),
]
