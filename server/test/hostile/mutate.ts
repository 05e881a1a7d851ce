// What does damage look like? Bits turned, bytes lost or doubled, numbers blown up, files cut and glued;
// from a number, so that every mutant can be made again.

const TOKENS = ['<', '>', '&#x110000;', '{', '[', '"', '\\u', '\0', '\ufeff', '%PDF-', 'endobj', 'stream', 'PK\x03\x04', '<!--', ']]>', '--b', '../', '\r\n\r\n', '9'.repeat(40), '-1', '1e999', '=?utf-8?b?']

type Dice = (below: number) => number

/** Numbers that look random and are the same for the same seed (Park and Miller 1988). */
export function dice(seed: number): Dice {
  let state = (seed % 2_147_483_646) + 1
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % Math.max(1, below)
  }
}

/** The bytes with one to six injuries. `other` lends pieces. */
export function mutant(bytes: Buffer, other: Buffer, roll: Dice): Buffer {
  let hurt: Buffer = Buffer.from(bytes)
  for (let left = 1 + roll(6); left > 0; left--) hurt = injured(hurt, other, roll)
  return hurt
}

function injured(bytes: Buffer, other: Buffer, roll: Dice): Buffer {
  const at = roll(bytes.length)
  const to = Math.min(bytes.length, at + 1 + roll(64))
  const put = (piece: Buffer, from: number, end: number): Buffer => Buffer.concat([bytes.subarray(0, from), piece, bytes.subarray(end)])
  switch (roll(8)) {
    case 0:
      return put(Buffer.from([(bytes[at] ?? 0) ^ (1 << roll(8))]), at, at + 1)
    case 1:
      return put(Buffer.from([roll(256)]), at, at + 1)
    case 2:
      return put(Buffer.alloc(0), at, to)
    case 3:
      return put(Buffer.concat(Array.from({ length: 2 + roll(200) }, () => bytes.subarray(at, to))), at, to)
    case 4:
      return put(other.subarray(roll(other.length), roll(other.length)), at, at)
    case 5:
      return bytes.subarray(0, at)
    case 6:
      return numberBlownUp(bytes, at, roll)
    default:
      return put(Buffer.from(TOKENS[roll(TOKENS.length)] ?? ''), at, roll(2) === 0 ? at : to)
  }
}

function numberBlownUp(bytes: Buffer, from: number, roll: Dice): Buffer {
  const text = bytes.toString('latin1')
  const found = /\d+/.exec(text.slice(from))
  if (found === null) return bytes
  const big = ['0', '-1', '65536', '4294967295', '99999999999999999999'][roll(5)] ?? ''
  return Buffer.from(text.slice(0, from + found.index) + big + text.slice(from + found.index + found[0].length), 'latin1')
}
