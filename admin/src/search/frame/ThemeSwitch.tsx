// Light or dark? As the system says, until somebody presses here; the choice is kept and set before the first paint.
import { useState, type ReactElement } from 'react'
import { remember } from './memory.ts'

type Theme = 'light' | 'dark'

export function ThemeSwitch(): ReactElement {
  const [theme, setTheme] = useState<Theme>(present)
  const change = (): void => {
    const next = theme === 'dark' ? 'light' : 'dark'
    remember('theme', next === system() ? undefined : next)
    document.documentElement.dataset['theme'] = next
    setTheme(next)
  }
  return (
    <button type="button" className="quiet" onClick={change} title={theme === 'dark' ? 'Use the light theme' : 'Use the dark theme'}>
      <span aria-hidden="true">{theme === 'dark' ? '☀' : '☾'}</span>
      <span className="hidden">{theme === 'dark' ? 'Use the light theme' : 'Use the dark theme'}</span>
    </button>
  )
}

function present(): Theme {
  const chosen = document.documentElement.dataset['theme']
  return chosen === 'dark' || chosen === 'light' ? chosen : system()
}

function system(): Theme {
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}
