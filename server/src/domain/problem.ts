// What can go wrong that a person must hear of? One table: code, sentence, what to do next.
// Only `http` turns a code into a status; everything else throws or returns the code.

export interface Problem {
  readonly code: ProblemCode
  /** Names the thing and the limit that it broke. */
  readonly detail: string
  /** What to do next. */
  readonly hint: string
}

/** Whose turn is it? `sender`: the document is refused. `ours`: it failed. `caller`: the request is wrong. */
export type ProblemOwner = 'sender' | 'ours' | 'caller'

interface ProblemKind {
  readonly owner: ProblemOwner
  readonly title: string
  readonly hint: string
}

function kind(owner: ProblemOwner, title: string, hint: string): ProblemKind {
  return { owner, title, hint }
}

export const PROBLEMS = {
  'empty-file': kind('sender', 'The file is empty', 'Check the file where it came from and send it again.'),
  'no-text': kind('sender', 'No readable text', 'Send a version with text in it; a scanned page needs text recognition first.'),
  'unknown-type': kind('sender', 'Not a type that the archive reads', 'Send text, Markdown, HTML, JSON, JSON Lines, CSV, PDF, DOCX, mail or a zip of these.'),
  'type-mismatch': kind('sender', 'The content is not what the name says', 'Rename the file after its content, or send the file that was meant.'),
  'file-too-large': kind('sender', 'The file is too large', 'Split the file, or ask an administrator to raise the limit.'),
  'too-many-files': kind('sender', 'Too many files in one upload', 'Send them in several uploads, or ask an administrator to raise the limit.'),
  'encrypted': kind('sender', 'The file is encrypted', 'Remove the password and send it again.'),
  'damaged': kind('sender', 'The file is damaged', 'Fetch or export the file again and send the new copy.'),
  'archive-too-large': kind('sender', 'The archive unpacks to too much', 'Split the archive, or ask an administrator to raise the limit.'),
  'archive-too-many-members': kind('sender', 'The archive has too many members', 'Split the archive, or ask an administrator to raise the limit.'),
  'archive-too-deep': kind('sender', 'Archives are nested too deeply', 'Unpack the inner archives and send them as they are.'),
  'archive-expands-too-much': kind('sender', 'The archive expands too much', 'Send the files themselves instead of this archive.'),
  'archive-overlap': kind('sender', 'The archive holds overlapping members', 'Such an archive is a bomb or damaged; pack the files anew.'),
  'unsafe-name': kind('sender', 'A member has an unsafe name', 'Pack the files anew with plain relative names.'),
  'record-invalid': kind('sender', 'A record could not be read', 'Mend the named line and send the file again; the others were taken.'),
  'parser-memory': kind('sender', 'Reading the file took too much memory', 'The file is likely malformed or a bomb; send a plain-text version.'),
  'parser-time': kind('sender', 'Reading the file took too long', 'The file is likely malformed or a bomb; send a plain-text version.'),
  'parser-crash': kind('sender', 'Reading the file ended the reader', 'The file is likely malformed; send a plain-text version.'),
  'cancelled': kind('sender', 'Cancelled before it was read', 'Retry the document if it is wanted after all.'),
  'internal': kind('ours', 'Something broke on our side', 'Nothing was lost. Retry; if it happens again, tell an administrator the request id.'),
  'disk-full': kind('ours', 'The disk of the archive is full', 'Nothing was lost. Ask an administrator to make room, then send it again.'),
  'not-writable': kind('ours', 'The data folder cannot be used', 'Nothing was lost. Ask an administrator to put the data folder right, then try again.'),
  'archive-damaged': kind('ours', 'The archive is damaged', 'Ask an administrator to stop the service and put back a copy of the data folder; the search index needs none.'),
  'busy': kind('ours', 'The archive is busy', 'Try again in a moment.'),
  'engine-away': kind('ours', 'The search engine is not answering', 'Uploads and curation go on; try the search again in a moment.'),
  'search-too-slow': kind('ours', 'The search took too long', 'Use rarer words or add a filter.'),
  'stopping': kind('ours', 'The service is stopping', 'Try again in a moment.'),
  'not-found': kind('caller', 'Not found', 'Check the address; the thing may have been deleted.'),
  'invalid-request': kind('caller', 'The request is not valid', 'See `errors` for each fault.'),
  'unknown-filter': kind('caller', 'Unknown filter', 'Use the filters that the API documentation lists for this call.'),
  'body-too-large': kind('caller', 'The request is too large', 'Send less at once.'),
  'upload-too-slow': kind('caller', 'The upload is too slow', 'Try again over a better line, or with fewer files at once.'),
  'not-signed-in': kind('caller', 'Not signed in', 'Sign in, or send an API key as `Authorization: Bearer KEY`.'),
  'wrong-credentials': kind('caller', 'E-mail or password is wrong', 'Try again, or ask an administrator for a new password.'),
  'too-many-attempts': kind('caller', 'Too many attempts', 'Wait a few minutes and try again.'),
  'not-allowed': kind('caller', 'Not allowed', 'Ask an administrator for a role that may do this.'),
  'foreign-origin': kind('caller', 'The request came from another site', 'Use the panel itself, or an API key.'),
  'version-missing': kind('caller', 'No version given', 'Send the version that you have read as `If-Match: "version"`.'),
  'version-stale': kind('caller', 'Changed by somebody else meanwhile', 'Read it again and repeat the change; nothing was overwritten.'),
  'conflict': kind('caller', 'It conflicts with what is there', 'Read it again and decide anew; nothing was changed.'),
  'cluster-changed': kind('caller', 'The cluster changed meanwhile', 'Look at it as it is now (`clusters`) and decide anew; nothing was changed.'),
  'has-dependants': kind('caller', 'Later decisions depend on it', 'Name them in `with` to take them back together, or say `alone` to leave them; nothing was changed.'),
} as const satisfies Record<string, ProblemKind>

export type ProblemCode = keyof typeof PROBLEMS

export function problem(code: ProblemCode, detail: string): Problem {
  return { code, detail, hint: PROBLEMS[code].hint }
}

/** Is nothing at fault but the moment? What met it is tried again, and nobody is told that it failed. */
export function isPassing(error: unknown): boolean {
  return error instanceof ProblemError && ['busy', 'disk-full', 'not-writable'].includes(error.problem.code)
}

/** An error that a person may read. `detail` names the thing and the limit that it broke. */
export class ProblemError extends Error {
  readonly problem: Problem
  /** Faults of single fields, for `invalid-request`. */
  readonly faults: readonly { readonly path: string; readonly message: string }[]
  /** What else the answer carries, as extension members of RFC 9457. */
  readonly more: Readonly<Record<string, unknown>>

  constructor(
    code: ProblemCode,
    detail: string,
    faults: readonly { readonly path: string; readonly message: string }[] = [],
    { more = {}, ...options }: ErrorOptions & { readonly more?: Readonly<Record<string, unknown>> } = {},
  ) {
    super(detail, options)
    this.more = more
    this.name = 'ProblemError'
    this.problem = problem(code, detail)
    this.faults = faults
  }
}
