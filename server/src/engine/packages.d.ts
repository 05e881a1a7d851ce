// What do these packages offer? They come without types.
declare module 'snowball-stemmers' {
  const snowball: {
    newStemmer(language: string): { stem(word: string): string }
    algorithms(): string[]
  }
  export default snowball
}

declare module 'stopword' {
  /** By ISO 639-3. */
  const lists: Readonly<Record<'ara' | 'cat' | 'ces' | 'dan' | 'deu' | 'ell' | 'eng' | 'eus' | 'fas' | 'fin' | 'fra' | 'gle' | 'heb' | 'hin' | 'hun' | 'hye' | 'ita' | 'nld' | 'nob' | 'pol' | 'por' | 'ron' | 'rus' | 'slv' | 'spa' | 'swe' | 'tur' | 'ukr', readonly string[]>>
  export default lists
}
