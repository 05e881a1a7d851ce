// Where is the question typed? One large box; the address follows the typing after a short pause.
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent, type ReactElement } from 'react'

interface SearchBoxProps {
  readonly question: string
  /** After a pause in typing. */
  readonly onType: (words: string) => void
  /** On Enter: a settled step. */
  readonly onSettle: (words: string) => void
  readonly onDown: () => void
  readonly autoFocus: boolean
}

const PAUSE_MS = 120

export function SearchBox({ question, onType, onSettle, onDown, autoFocus }: SearchBoxProps): ReactElement {
  const { words, type, settle } = useTyping(question, onType, onSettle)
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') {
      event.preventDefault()
      onDown()
    } else if (event.key === 'Escape' && words !== '') {
      event.preventDefault()
      type('')
    }
  }
  return (
    <form role="search" className="search-box" onSubmit={settle}>
      <label className="hidden" htmlFor="question">
        Search the archive
      </label>
      <input
        id="question"
        type="search"
        name="q"
        placeholder="Words, a “phrase”, -without"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="search"
        aria-keyshortcuts="/"
        autoFocus={autoFocus}
        value={words}
        onChange={(event) => type(event.target.value)}
        onKeyDown={press}
      />
      <button type="submit">Search</button>
    </form>
  )
}

interface Typing {
  readonly words: string
  readonly type: (text: string) => void
  readonly settle: (event: FormEvent) => void
}

/** The letters are on the screen at once; whoever asks hears of them after a pause, or on Enter. */
function useTyping(question: string, onType: (words: string) => void, onSettle: (words: string) => void): Typing {
  const [words, setWords] = useState(question)
  const timer = useRef<number>(undefined)
  const told = useRef(question)
  useEffect(() => {
    // Back, a chip or a link changed the question; one's own typing that comes round again must not undo newer letters.
    if (question !== told.current) setWords(question)
    told.current = question
  }, [question])
  useEffect(() => () => clearTimeout(timer.current), [])
  const type = (text: string): void => {
    setWords(text)
    clearTimeout(timer.current)
    timer.current = window.setTimeout(() => {
      told.current = text
      onType(text)
    }, PAUSE_MS)
  }
  const settle = (event: FormEvent): void => {
    event.preventDefault()
    clearTimeout(timer.current)
    told.current = words
    onSettle(words)
  }
  return { words, type, settle }
}
