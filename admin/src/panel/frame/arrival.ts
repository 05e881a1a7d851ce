// What happens on arrival at a page? The focus goes to the main part, so that who hears or tabs begins at the new page.
import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router-dom'

export function useArrival(): void {
  const { pathname } = useLocation()
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    // Pages that follow one another by keys hold the focus themselves.
    if (document.querySelector('[data-holds-focus]') === null) document.getElementById('main')?.focus({ preventScroll: true })
  }, [pathname])
}
