// Which browser do the browser tests drive? The one that is there; on Debian as root, the distribution's Chromium is fetched.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const MINUTES = 60_000

/** The path of a browser, or `undefined`: then the browser tests skip with that reason. */
export function findBrowser() {
  return installed() ?? fetched()
}

function installed() {
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/bin']
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find((path) => existsSync(path))
}

function fetched() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  process.stderr.write('copydesk: installing chromium for the browser tests\n')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const options = { env, stdio: ['ignore', 'ignore', 2] }
  spawnSync('apt-get', ['update', '-q'], { ...options, timeout: 3 * MINUTES })
  spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], { ...options, timeout: 10 * MINUTES })
  return installed()
}
