// Light or dark, and in which tones? As the search page: the system's choice until somebody presses the switch, which
// writes it on the page's root. The library's parts get the same tones as the style sheet has.
import { createTheme, type Theme } from '@mui/material/styles'
import { useMemo, useSyncExternalStore } from 'react'

type Mode = 'light' | 'dark'

const TONES = {
  light: { accent: '#0b4a8f', ink: '#1b1b1b', quiet: '#595959', paper: '#ffffff', wash: '#f3f5f8', line: '#d9d9d9' },
  dark: { accent: '#90caf9', ink: '#ececec', quiet: '#adadad', paper: '#121212', wash: '#1e2226', line: '#3a3a3a' },
} as const

const DARK = matchMedia('(prefers-color-scheme: dark)')

export function useTheme(): Theme {
  const mode = useSyncExternalStore(watch, modeNow)
  return useMemo(() => themeOf(mode), [mode])
}

function modeNow(): Mode {
  const chosen = document.documentElement.dataset['theme']
  if (chosen === 'dark' || chosen === 'light') return chosen
  return DARK.matches ? 'dark' : 'light'
}

function watch(changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  DARK.addEventListener('change', changed)
  return () => {
    observer.disconnect()
    DARK.removeEventListener('change', changed)
  }
}

function themeOf(mode: Mode): Theme {
  const { accent, ink, quiet, paper, wash, line } = TONES[mode]
  const motion = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 120
  return createTheme({
    palette: {
      mode,
      primary: { main: accent },
      secondary: { main: accent },
      text: { primary: ink, secondary: quiet },
      background: { default: paper, paper },
      divider: line,
      action: { hover: wash, selected: wash },
    },
    shape: { borderRadius: 4 },
    typography: { fontFamily: 'system-ui, sans-serif', fontSize: 14, button: { textTransform: 'none', fontWeight: 500 } },
    transitions: { duration: { shortest: motion, shorter: motion, short: motion, standard: motion, complex: motion, enteringScreen: motion, leavingScreen: motion } },
    components: {
      MuiButtonBase: { defaultProps: { disableRipple: true } },
      MuiTableCell: { styleOverrides: { root: { padding: '0.55rem 0.5rem', borderColor: line }, head: { color: quiet, fontWeight: 500 } } },
      MuiPaper: { defaultProps: { elevation: 0 } },
    },
  })
}
