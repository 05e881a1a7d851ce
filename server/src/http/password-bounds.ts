// How long may a password be? In a file without imports, because the panel reads it too.

/** Shortest password that is taken, in characters (NIST SP 800-63B asks for 8 with, 15 without a second factor). */
export const PASSWORD_LEAST = 12
/** Longest: scrypt takes any, but nobody types more. */
export const PASSWORD_MOST = 1_000
