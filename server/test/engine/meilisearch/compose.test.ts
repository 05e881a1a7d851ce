// Does the composition of containers hold what it promises? Checked by docker compose itself where it is there, and by
// its text everywhere: pinned, without root, read-only, without capabilities, watched, and with no secret in it.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url))
const compose = readFileSync(`${ROOT}docker-compose.yml`, 'utf8')
const dockerfile = readFileSync(`${ROOT}Dockerfile`, 'utf8')
const SECRETS = { MASTER_KEY: 'a-key-of-the-tests-only', MEILI_MASTER_KEY: 'another-key-of-the-tests' }

/** The lines of each service under its name. */
function services(): ReadonlyMap<string, string> {
  const body = /^services:\n([\s\S]*?)^volumes:/m.exec(compose)?.[1] ?? ''
  const parts = body.split(/^ {2}(?=[\w-]+:\n)/m).filter((part) => /^[\w-]+:\n/.test(part))
  return new Map(parts.map((part) => [part.slice(0, part.indexOf(':')), part.replace(/^\s*#.*$/gm, '')]))
}

describe('docker-compose.yml', () => {
  test('is valid by docker compose', (ctx) => {
    const there = spawnSync('docker', ['compose', 'version'], { stdio: 'ignore' }).status === 0
    ctx.skip(!there, 'docker compose is not installed')
    const run = spawnSync('docker', ['compose', '--file', `${ROOT}docker-compose.yml`, 'config', '--quiet'], { env: { ...process.env, ...SECRETS }, encoding: 'utf8' })
    expect(run.stderr).toBe('')
    expect(run.status).toBe(0)
  })

  test('has the server, a Meilisearch, and what hands over its volume', () => {
    expect([...services().keys()]).toEqual(['server', 'meilisearch', 'volume-owner'])
  })

  test('pins every image to a version', () => {
    const images = [...compose.matchAll(/^\s+image: (\S+)$/gm)].map(([, image]) => image)
    expect(images.length).toBeGreaterThan(0)
    for (const image of images) expect(image === 'copydesk:local' || /:v?\d+\.\d+\.\d+(@sha256:[0-9a-f]{64})?$/.test(image ?? ''), image).toBe(true)
  })

  test.each(['server', 'meilisearch', 'volume-owner'])('lets %s do nothing that it need not', (name) => {
    const text = services().get(name) ?? ''
    expect(text).toContain('read_only: true')
    expect(text).toContain('cap_drop: [ALL]')
    expect(text).toContain('no-new-privileges:true')
    expect(text).not.toMatch(/privileged|docker\.sock|network_mode: host/)
  })

  test.each(['server', 'meilisearch'])('runs %s without root, bounded and watched', (name) => {
    const text = services().get(name) ?? ''
    expect(text).toMatch(/user: "1\d{4}:1\d{4}"/)
    expect(text).toMatch(/mem_limit:/)
    expect(text).toMatch(/pids_limit:/)
    expect(text).toMatch(/healthcheck:\n\s+test: \["CMD", /)
    expect(text).not.toMatch(/cap_add/)
  })

  test('publishes the server to this machine only, and the engine to nobody', () => {
    expect([...compose.matchAll(/^\s+- "(.*:\d+)"$/gm)].map(([, port]) => port)).toEqual(['127.0.0.1:${PUBLISHED_PORT:-3000}:3000'])
    expect(services().get('meilisearch')).not.toMatch(/ports:/)
  })

  test('takes its secrets from the environment and refuses to start without', () => {
    for (const [, name, value] of compose.matchAll(/^\s+(\w*(?:KEY|PASSWORD)): (.*)$/gm)) expect(value, name).toMatch(/^\$\{\w+:[?-]/)
    for (const name of Object.keys(SECRETS)) expect(compose).toContain(`\${${name}:?`)
  })
})

describe('Dockerfile', () => {
  test('builds in one image and runs in another, as nobody, on the agreed Node', () => {
    const stages = [...dockerfile.matchAll(/^FROM (\S+)(?: AS (\w+))?$/gm)].map(([, image, name]) => [image, name])
    expect(stages).toEqual([['node:20-bookworm-slim', 'build'], ['node:20-bookworm-slim', undefined]])
    expect(dockerfile.slice(dockerfile.lastIndexOf('FROM '))).toMatch(/^USER 10001:10001$/m)
    expect(dockerfile).toContain('npm ci')
  })

  test('copies no secret, no history and no installed package into the build', () => {
    const ignored = readFileSync(`${ROOT}.dockerignore`, 'utf8').split('\n')
    for (const name of ['.git', '.env', '**/node_modules', 'data']) expect(ignored).toContain(name)
  })
})
