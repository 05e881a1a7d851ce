// Can reading the same bytes once more end otherwise? Not where the file itself is the cause: it must be mended and sent
// anew. Limits are raised, a crowded machine gets free, and what was cancelled may be wanted after all.
import type { ProblemCode } from './problem.ts'

export const SAME_AGAIN = [
  'empty-file', 'no-text', 'unknown-type', 'type-mismatch', 'encrypted', 'damaged', 'archive-overlap', 'unsafe-name', 'record-invalid',
] as const satisfies readonly ProblemCode[]

const HOPELESS: ReadonlySet<string> = new Set(SAME_AGAIN)

/** `code` of the problem that a file was refused or failed with, where it has one. */
export function mayHelp(code: string | undefined): boolean {
  return code === undefined || !HOPELESS.has(code)
}
