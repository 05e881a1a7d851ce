// What does a failed read or write say of the data folder? A full, a read-only and a faulty disk show as many codes of
// system and SQLite; people hear one sentence each, wherever it is noticed.
import { type ProblemCode, ProblemError } from './problem.ts'

type Sign = readonly [codes: RegExp, problem: ProblemCode, detail: string]

const SIGNS: readonly Sign[] = [
  [/^(ENOSPC|EDQUOT|SQLITE_FULL|SQLITE_IOERR_SHMSIZE)$/, 'disk-full', 'The disk that holds DATA_DIR has no room left.'],
  [/^EFBIG$/, 'disk-full', 'A file in DATA_DIR has reached the largest size that the system allows.'],
  [/^(EROFS|EACCES|EPERM|SQLITE_READONLY\w*)$/, 'not-writable', 'DATA_DIR cannot be written: it is read-only or belongs to another user.'],
  [/^(ENOTDIR|EEXIST|SQLITE_CANTOPEN\w*)$/, 'not-writable', 'DATA_DIR cannot be used: it, or something in it, is missing, locked away or not of the kind that it must be.'],
  [/^(EIO|SQLITE_IOERR\w*)$/, 'not-writable', 'The disk that holds DATA_DIR refuses to read or write.'],
  [/^(SQLITE_CORRUPT\w*|SQLITE_NOTADB)$/, 'archive-damaged', 'The database in DATA_DIR is damaged: it was cut off, written over, or is not a database.'],
]

/** `undefined` where the error is no matter of the disk. */
export function diskProblem(error: unknown): ProblemError | undefined {
  const code = String((error as { readonly code?: unknown } | undefined)?.code ?? '')
  const sign = SIGNS.find(([codes]) => codes.test(code))
  return sign && new ProblemError(sign[1], sign[2], [], { cause: error })
}

/** Work on the data folder, whose failures people must understand. */
export async function onDisk<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw diskProblem(error) ?? error
  }
}
