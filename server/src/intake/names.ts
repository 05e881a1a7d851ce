// How may a sender's file name be shown? In any script, but never as a path that escapes, a line break or a reversed reading.
// The name is for people only; on disk a file is called by its checksum.

/** Bytes of UTF-8; what the usual file systems hold. */
const NAME_BYTES = 255

// C0 and C1 controls, and the marks that turn the reading direction (a sender could hide `exe` behind `fdp`).
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g

/** The name, cleaned for display: relative, NFC, at most 255 bytes, never empty. Idempotent. */
export function displayName(raw: string): string {
  const parts = raw
    .toWellFormed()
    .replace(UNSEEN, '')
    .normalize('NFC')
    .split(/[/\\]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '.' && part !== '..' && !/^[A-Za-z]:$/.test(part))
  return fit(parts) || 'unnamed'
}

/** Does the name point outside the folder that it is unpacked to? */
export function escapes(raw: string): boolean {
  return /^[/\\]|^[A-Za-z]:|\0/.test(raw) || raw.split(/[/\\]/).includes('..')
}

// Folders go first, then the middle of the name: its ending says most.
function fit(parts: readonly string[]): string {
  let kept = parts
  while (kept.length > 1 && Buffer.byteLength(kept.join('/')) > NAME_BYTES) kept = kept.slice(1)
  const name = kept.join('/')
  if (Buffer.byteLength(name) <= NAME_BYTES) return name
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? ''
  return cutBytes(name.slice(0, name.length - ending.length), NAME_BYTES - ending.length).trim() + ending
}

function cutBytes(text: string, bytes: number): string {
  let size = 0
  let kept = ''
  for (const character of text) {
    size += Buffer.byteLength(character)
    if (size > bytes) break
    kept += character
  }
  return kept
}
