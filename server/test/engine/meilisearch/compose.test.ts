// Does the composition of containers hold what it promises? Checked by docker compose itself where it is there, and by
// its text everywhere: pinned, without root, read-only, without capabilities, watched, and with no secret in it.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readConfig } from '../../../src/config.ts'

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url))
const compose = readFileSync(`${ROOT}docker-compose.yml`, 'utf8')
const dockerfile = readFileSync(`${ROOT}Dockerfile`, 'utf8')
const SECRETS = { MASTER_KEY: 'a-key-of-the-tests-only', MEILI_MASTER_KEY: 'another-key-of-the-tests' }

interface Service {
  readonly image?: string
  readonly user?: string
  readonly environment?: Readonly<Record<string, string>>
  readonly volumes?: readonly string[]
  readonly ports?: readonly string[]
  readonly command?: readonly string[]
  readonly restart?: string
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean }
}

interface Composition {
  readonly services: Readonly<Record<string, Service>>
  readonly volumes: Readonly<Record<string, unknown>>
}

/** As a part of docker, and as the command that it was before. */
const COMPOSE: readonly (readonly [string, ...string[]])[] = [['docker', 'compose'], ['docker-compose']]

function without(values: Readonly<Record<string, string | undefined>>, names: readonly string[]): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)))
}

const NO_PARSER = 'no package that was installed brings a reader of YAML along'

/** One that came with other packages; it is no dependency of ours. */
function parsed(): Composition | undefined {
  try {
    const { parse } = createRequire(createRequire(import.meta.url).resolve('cosmiconfig'))('yaml') as { parse(text: string): Composition }
    return parse(compose)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return undefined
    throw error
  }
}

/** The lines of each service under its name. */
function services(): ReadonlyMap<string, string> {
  const body = /^services:\n([\s\S]*?)^volumes:/m.exec(compose)?.[1] ?? ''
  const parts = body.split(/^ {2}(?=[\w-]+:\n)/m).filter((part) => /^[\w-]+:\n/.test(part))
  return new Map(parts.map((part) => [part.slice(0, part.indexOf(':')), part.replace(/^\s*#.*$/gm, '')]))
}

describe('docker-compose.yml', () => {
  test('is valid by docker compose', (ctx) => {
    const found = COMPOSE.find(([command, ...plugin]) => spawnSync(command, [...plugin, 'version'], { stdio: 'ignore' }).status === 0)
    ctx.skip(found === undefined, 'neither `docker compose` nor `docker-compose` is installed')
    const [command, ...plugin] = found ?? ['docker']
    const config = (environment: Readonly<Record<string, string | undefined>>) =>
      spawnSync(command, [...plugin, '--file', `${ROOT}docker-compose.yml`, 'config', '--quiet'], { env: { ...without(process.env, Object.keys(SECRETS)), ...environment }, encoding: 'utf8' })
    const run = config(SECRETS)
    expect([run.stderr, run.status]).toEqual(['', 0])
    // A secret that nobody set is named before anything starts.
    for (const name of Object.keys(SECRETS)) {
      const refused = config(without(SECRETS, [name]))
      expect(refused.stderr).toContain(`set ${name} to a secret`)
      expect(refused.status).not.toBe(0)
    }
  })

  test('has the server, a Meilisearch, what makes its key and what hands over its volume', () => {
    expect([...services().keys()]).toEqual(['server', 'engine-key', 'meilisearch', 'volume-owner'])
  })

  test('is well-formed, and every volume and service that one names is there', (ctx) => {
    const composition = parsed()
    ctx.skip(composition === undefined, NO_PARSER)
    const { services: all, volumes } = composition as Composition
    for (const [name, service] of Object.entries(all)) {
      for (const volume of service.volumes ?? []) expect(Object.keys(volumes), `${name} ${volume}`).toContain(volume.split(':')[0])
      for (const other of Object.keys(service.depends_on ?? {})) expect(Object.keys(all), name).toContain(other)
    }
  })

  test('keeps the master key of the engine from the server, which starts without the engine and reads a key of its own', (ctx) => {
    const composition = parsed()
    ctx.skip(composition === undefined, NO_PARSER)
    const { server, 'engine-key': key, meilisearch } = (composition as Composition).services
    expect(JSON.stringify(server)).not.toContain('MEILI_MASTER_KEY')
    expect(server).not.toHaveProperty('depends_on')
    expect(server?.volumes).toContain('keys:/keys:ro')
    expect(key?.command?.at(-1)).toBe(server?.environment?.['MEILI_API_KEY_FILE'])
    expect([key?.user, key?.volumes, key?.restart]).toEqual([server?.user, ['keys:/keys'], 'on-failure'])
    expect(key?.depends_on).toEqual({ meilisearch: { condition: 'service_healthy' } })
    expect(meilisearch?.environment).toMatchObject({ MEILI_ENV: 'production', MEILI_NO_ANALYTICS: 'true' })
    expect(readConfig({ ...server?.environment, MASTER_KEY: 'a-key-of-the-tests-only', ADMIN_EMAIL: '', ADMIN_PASSWORD: '', PUBLIC_SEARCH: '', PUBLIC_URL: '' }).meili).toMatchObject({ host: 'http://meilisearch:7700', apiKeyFile: '/keys/meilisearch' })
  })

  test('pins every image to a version', () => {
    const images = [...compose.matchAll(/^\s+image: (\S+)$/gm)].map(([, image]) => image)
    expect(images.length).toBeGreaterThan(0)
    for (const image of images) expect(image === 'copydesk:local' || /:v?\d+\.\d+\.\d+(@sha256:[0-9a-f]{64})?$/.test(image ?? ''), image).toBe(true)
  })

  test.each(['server', 'engine-key', 'meilisearch', 'volume-owner'])('lets %s do nothing that it need not', (name) => {
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
