// What did the operator ask for? The only reader of the environment: read and checked once, at the start;
// every fault is listed at once, so that nobody mends them one restart at a time.
import { resolve } from 'node:path'
import { z } from 'zod'

const MEBIBYTE = 1024 * 1024

const flag = z.enum(['true', 'false', '1', '0'], { error: 'is neither true nor false' }).transform((value) => value === 'true' || value === '1')
const count = (least: number, most: number) => {
  const error = `is not a whole number from ${least} to ${most}`
  return z.coerce.number({ error }).int(error).min(least, error).max(most, error)
}

const ENVIRONMENT = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: count(0, 65_535).default(3000),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .string()
    .refine((url) => !/^postgres(ql)?:/.test(url), 'PostgreSQL is not supported yet: leave it out, and SQLite in DATA_DIR is used')
    .refine((url) => /^postgres(ql)?:/.test(url), 'is not an address of a database: leave it out, and SQLite in DATA_DIR is used')
    .optional(),
  MEILI_HOST: z.url({ protocol: /^https?$/, error: 'is not an http or https address' }).optional(),
  MEILI_API_KEY: z.string().min(1).optional(),
  MEILI_API_KEY_FILE: z.string().min(1).optional(),
  MEILI_MASTER_KEY: z.string().min(16, 'is shorter than 16 characters').optional(),
  MEILI_INDEX_PREFIX: z.string().regex(/^[\w-]{1,64}$/, 'is not made of up to 64 letters, digits, - and _').default('copydesk_'),
  MASTER_KEY: z.string().min(16, 'is shorter than 16 characters').optional(),
  ADMIN_EMAIL: z.email('is not an e-mail address').optional(),
  ADMIN_PASSWORD: z.string().min(12, 'is shorter than 12 characters').optional(),
  PUBLIC_SEARCH: flag.default(false),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'is not an http or https address' }).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], { error: 'is none of fatal, error, warn, info, debug, trace, silent' }).default('info'),
  LIMIT_FILE_MB: count(1, 1_000_000).default(500),
  LIMIT_FILES: count(1, 1_000_000).default(10_000),
  LIMIT_MEMBERS: count(1, 1_000_000).default(10_000),
  LIMIT_DEPTH: count(0, 10).default(2),
  LIMIT_RATIO: count(2, 100_000).default(200),
  LIMIT_UNPACKED_MB: count(1, 1_000_000).default(2_000),
  LIMIT_TEXT_MB: count(1, 1_000).default(10),
  READER_PROCESSES: count(1, 64).default(2),
  READER_MEMORY_MB: count(128, 65_536).default(512),
  CI: flag.catch(false).default(false),
  READER_SECONDS: count(1, 3_600).default(20),
})

export interface Config {
  readonly host: string
  readonly port: number
  readonly dataDir: string
  readonly meili?: MeiliAccess
  /** For the command that makes the service's own key of Meilisearch; the service itself has no use for it. */
  readonly meiliMasterKey?: string
  readonly masterKey?: string
  readonly admin?: { readonly email: string; readonly password: string }
  readonly publicSearch: boolean
  /** Where people reach the service, if a proxy stands before it; https makes cookies Secure. */
  readonly publicUrl?: string
  readonly logLevel: string
  /** Nobody watches: commands that would wait for a person end by themselves. */
  readonly unattended: boolean
  readonly limits: Limits
  readonly reader: { readonly processes: number; readonly memoryBytes: number; readonly seconds: number }
}

export interface MeiliAccess {
  readonly host: string
  readonly apiKey?: string
  /** Holds the key; read again whenever it changes. */
  readonly apiKeyFile?: string
  /** Before the names of our indexes: archives that share an engine need one each. */
  readonly prefix: string
}

/** Bounds on what comes in. Bytes, counts, ratios. */
export interface Limits {
  readonly fileBytes: number
  readonly files: number
  readonly members: number
  readonly depth: number
  readonly ratio: number
  readonly unpackedBytes: number
  readonly textLength: number
}

/** Thrown with one line a fault. Values are never shown: they may be secrets. */
export class ConfigError extends Error {
  readonly faults: readonly string[]
  constructor(faults: readonly string[]) {
    super(faults.join('\n'))
    this.name = 'ConfigError'
    this.faults = faults
  }
}

/** Reads and checks the environment. An empty value counts as absent. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = ENVIRONMENT.safeParse(given)
  const faults = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  if (Boolean(given['ADMIN_EMAIL']) !== Boolean(given['ADMIN_PASSWORD'])) {
    faults.push('ADMIN_EMAIL and ADMIN_PASSWORD: give both or neither')
  }
  if (given['MEILI_API_KEY'] && given['MEILI_API_KEY_FILE']) faults.push('MEILI_API_KEY and MEILI_API_KEY_FILE: give one of them')
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults)
  const env = parsed.data
  return {
    host: env.HOST,
    port: env.PORT,
    dataDir: resolve(env.DATA_DIR),
    ...(env.MEILI_HOST === undefined ? {} : { meili: meiliOf(env.MEILI_HOST, env) }),
    ...(env.MEILI_MASTER_KEY === undefined ? {} : { meiliMasterKey: env.MEILI_MASTER_KEY }),
    ...(env.MASTER_KEY === undefined ? {} : { masterKey: env.MASTER_KEY }),
    ...(env.ADMIN_EMAIL !== undefined && env.ADMIN_PASSWORD !== undefined
      ? { admin: { email: env.ADMIN_EMAIL, password: env.ADMIN_PASSWORD } }
      : {}),
    publicSearch: env.PUBLIC_SEARCH,
    ...(env.PUBLIC_URL === undefined ? {} : { publicUrl: env.PUBLIC_URL }),
    logLevel: env.LOG_LEVEL,
    unattended: env.CI,
    limits: limitsOf(env),
    reader: { processes: env.READER_PROCESSES, memoryBytes: env.READER_MEMORY_MB * MEBIBYTE, seconds: env.READER_SECONDS },
  }
}

function meiliOf(host: string, env: z.infer<typeof ENVIRONMENT>): MeiliAccess {
  const { MEILI_API_KEY: apiKey, MEILI_API_KEY_FILE: apiKeyFile, MEILI_INDEX_PREFIX: prefix } = env
  return { host, prefix, ...(apiKey !== undefined && { apiKey }), ...(apiKeyFile !== undefined && { apiKeyFile: resolve(apiKeyFile) }) }
}

function limitsOf(env: z.infer<typeof ENVIRONMENT>): Limits {
  return {
    fileBytes: env.LIMIT_FILE_MB * MEBIBYTE,
    files: env.LIMIT_FILES,
    members: env.LIMIT_MEMBERS,
    depth: env.LIMIT_DEPTH,
    ratio: env.LIMIT_RATIO,
    unpackedBytes: env.LIMIT_UNPACKED_MB * MEBIBYTE,
    textLength: env.LIMIT_TEXT_MB * MEBIBYTE,
  }
}
