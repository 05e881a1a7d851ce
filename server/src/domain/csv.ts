// How is a value written into a table for spreadsheets? RFC 4180, and never as a formula.

/** A cell that a spreadsheet would take for a formula gets an apostrophe before it. */
export function csvCell(value: string | number | boolean | readonly string[] | undefined): string {
  const text = value === undefined ? '' : Array.isArray(value) ? value.join('; ') : String(value)
  const safe = typeof value !== 'number' && /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? `'${text}` : text
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
