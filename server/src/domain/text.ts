// What is well-formed text? The few changes that every text undergoes where it enters, so that every store,
// engine and screen can hold it: NFC, `\n` line ends, no NUL, no lone surrogate, no highlight mark.

/** Marks a hit's begin and end inside the engines; taken out of every text that comes in. */
export const MARK_BEGIN = '\uE000'
export const MARK_END = '\uE001'

/** Idempotent. Everything else of the text stays to the letter. */
export function wellFormed(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000\uE000\uE001\uFEFF\uFFFE\uFFFF]/g, '')
    .toWellFormed()
    .normalize('NFC')
}
