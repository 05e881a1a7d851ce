// How are secrets made, kept and compared? Random ones by SHA-256 (nothing to guess), passwords by scrypt.
import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

const KEY_BYTES = 32
const SALT_BYTES = 16
const SCRYPT_BLOCK = 8
const PREFIX_LENGTH = 11

/** 256 bits, base64url. */
export function newSecret(): string {
  return randomBytes(KEY_BYTES).toString('base64url')
}

/** SHA-256, hex. Enough for a secret of 256 random bits. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** A new API key: shown once; only prefix and hash are kept. */
export function mintKey(): { readonly key: string; readonly prefix: string; readonly keyHash: string } {
  const key = `cdk_${newSecret()}`
  return { key, prefix: key.slice(0, PREFIX_LENGTH), keyHash: hashOf(key) }
}

/** In a time that does not depend on where they differ. */
export function sameSecret(left: string, right: string): boolean {
  return timingSafeEqual(createHash('sha256').update(left).digest(), createHash('sha256').update(right).digest())
}

/** `scrypt$N$r$p$salt$hash`; NFKC first, so that the same characters typed on another keyboard are the same password. */
export async function hashPassword(password: string, cost: number): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const hash = await derive(password, salt, cost)
  return ['scrypt', cost, SCRYPT_BLOCK, 1, salt.toString('base64url'), hash.toString('base64url')].join('$')
}

/** False for a wrong password and for a hash of no known form. */
export async function checkPassword(password: string, stored: string): Promise<boolean> {
  const [method, cost, , , salt, hash] = stored.split('$')
  if (method !== 'scrypt' || cost === undefined || salt === undefined || hash === undefined) return false
  const expected = Buffer.from(hash, 'base64url')
  const given = await derive(password, Buffer.from(salt, 'base64url'), Number(cost))
  return expected.length === given.length && timingSafeEqual(expected, given)
}

/** A hash that no password has, at the same cost to check: for accounts that do not exist. */
export function decoyHash(cost: number): string {
  const nothing = Buffer.alloc(KEY_BYTES).toString('base64url')
  return ['scrypt', cost, SCRYPT_BLOCK, 1, nothing, nothing].join('$')
}

function derive(password: string, salt: Buffer, cost: number): Promise<Buffer> {
  const memory = 128 * cost * SCRYPT_BLOCK
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, { N: cost, r: SCRYPT_BLOCK, p: 1, maxmem: memory * 2 }, (error, key) =>
      error === null ? resolve(key) : reject(error),
    )
  })
}
