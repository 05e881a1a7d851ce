// Which keys work everywhere? `g` and a letter goes to a page, `/` to the search, `?` tells. Single letters rest while
// somebody types or a dialog is open, and can be switched off (WCAG 2.1.4).
import { useEffect, useRef } from 'react'
import { useNavigate } from 'react-router-dom'
import { keysAreOn } from '../../search/frame/keys.ts'

const PLACES: Readonly<Record<string, string>> = { d: '/', u: '/uploads', n: '/uploads/new', a: '/articles', c: '/clusters', h: '/decisions', r: '/review', t: '/tasks' }
const SEQUENCE_MS = 1_200

export function useGlobalKeys(onHelp: () => void): void {
  const navigate = useNavigate()
  const pressed = useRef(0)
  usePanelKeys({
    '?': onHelp,
    '/': () => location.assign('/'),
    g: (event) => {
      pressed.current = event.timeStamp
    },
  })
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.timeStamp === pressed.current || event.timeStamp - pressed.current > SEQUENCE_MS || rests(event)) return
      pressed.current = 0
      const place = PLACES[event.key]
      if (place === undefined && event.key !== 's') return
      event.preventDefault()
      event.stopImmediatePropagation()
      if (place === undefined) location.assign('/')
      else void navigate(place)
    }
    document.addEventListener('keydown', press, true)
    return () => document.removeEventListener('keydown', press, true)
  }, [navigate])
}

/** Single keys of a page. */
export function usePanelKeys(keys: Readonly<Record<string, (event: KeyboardEvent) => void>>): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const action = latest.current[event.key]
      if (action === undefined || event.defaultPrevented || rests(event)) return
      event.preventDefault()
      action(event)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}

function rests(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey || keysRest(event)
}

/** Somebody types, or a dialog is open, or single keys are switched off. */
export function keysRest(event: KeyboardEvent): boolean {
  if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !keysAreOn()) return true
  const typing = event.target instanceof HTMLElement && (event.target.isContentEditable || event.target.matches('input:not([type=checkbox], [type=radio]), textarea, select'))
  return typing || document.querySelector('dialog[open], .MuiModal-root') !== null
}
