// What does a browser get? The search page at `/`, the panel at `/admin`, the API's pages at `/docs`, all from disk.
// Nothing is loaded from elsewhere, and no inline script runs.
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import express, { type RequestHandler, type Response, Router } from 'express'
import helmet from 'helmet'
import type { HttpSettings } from './parts.ts'

/** Where a page asks for it, each answer gets a fresh nonce, so that a library may add its style sheets. */
const NONCE = '__CSP_NONCE__'

const NOT_BUILT = 'The pages are not built yet. Run `npm run build` and start again; the API is at /api, described at /docs.\n'

const DOCS_PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Copydesk API</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/docs/swagger-ui.css">
</head>
<body>
<div id="pages"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`

const DOCS_SCRIPT = `window.SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#pages', deepLinking: true, validatorUrl: null })\n`

const DOCS_FILES = ['swagger-ui.css', 'swagger-ui-bundle.js']

/** Strict for everything; a page may loosen its own. */
export function securityHeaders(settings: HttpSettings): RequestHandler {
  return helmet({
    contentSecurityPolicy: { useDefaults: false, directives: policy([]) },
    strictTransportSecurity: settings.publicUrl?.startsWith('https:') === true,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  })
}

function policy(styles: readonly string[]): Record<string, string[]> {
  return {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'", ...styles],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'manifest-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  }
}

export function docsPages(): Router {
  const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
  const router = Router()
  router.use(loosened(["'unsafe-inline'"]))
  router.get('/', (_request, response) => {
    response.type('html').send(DOCS_PAGE)
  })
  router.get('/start.js', (_request, response) => {
    response.type('js').send(DOCS_SCRIPT)
  })
  for (const name of DOCS_FILES) router.get(`/${name}`, (_request, response) => response.sendFile(join(folder, name), { maxAge: '1h' }))
  return router
}

/** A built page: its files, and its start page for every address below that isn't a file. */
export function builtPages(folder: string | undefined): Router {
  const router = Router()
  if (folder === undefined || !existsSync(join(folder, 'index.html'))) {
    router.get('/', (_request, response) => {
      response.type('text/plain').send(NOT_BUILT)
    })
    return router
  }
  router.use(express.static(folder, { index: false, redirect: false, setHeaders: cacheOf }))
  router.get(/^\/[^.]*$/, async (_request, response) => {
    await sendStart(join(folder, 'index.html'), response)
  })
  return router
}

/** Vite puts a hash into the names of assets: they never change. */
function cacheOf(response: Response, path: string): void {
  const hashed = /[/\\]assets[/\\].*-[\w-]{8,}\.\w+$/.test(path)
  response.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
}

async function sendStart(path: string, response: Response): Promise<void> {
  const page = await readFile(path, 'utf8')
  response.setHeader('Cache-Control', 'no-cache')
  if (page.includes(NONCE)) {
    const nonce = randomBytes(16).toString('base64')
    response.setHeader('Content-Security-Policy', written(policy([`'nonce-${nonce}'`])))
    response.type('html').send(page.replaceAll(NONCE, nonce))
    return
  }
  response.type('html').send(page)
}

function loosened(styles: readonly string[]): RequestHandler {
  return (_request, response, next) => {
    response.setHeader('Content-Security-Policy', written(policy(styles)))
    next()
  }
}

function written(directives: Record<string, string[]>): string {
  return Object.entries(directives).map(([name, values]) => `${name} ${values.join(' ')}`).join(';')
}
