// What begins every page? Its name in the window's title and as the one heading, a line on what it is, and its actions.
import { useEffect, type ReactElement, type ReactNode } from 'react'

interface PageProps {
  readonly title: string
  /** For the window's title, where the heading alone would not tell pages apart. */
  readonly windowTitle?: string
  readonly intro?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}

export function Page({ title, windowTitle = title, intro, actions, children }: PageProps): ReactElement {
  useEffect(() => {
    document.title = `${windowTitle} – Copydesk panel`
  }, [windowTitle])
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{title}</h1>
          {intro !== undefined && <p className="intro">{intro}</p>}
        </div>
        {actions !== undefined && <div className="actions">{actions}</div>}
      </div>
      {children}
    </>
  )
}
