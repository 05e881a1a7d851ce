// How do the two texts read by themselves? Without a mark, beside one another.
import type { ReactElement } from 'react'
import { bodyOf, type Evidence, type Names } from './pair.ts'
import './pair.css'

export function TextOnly({ evidence, names }: { readonly evidence: Evidence; readonly names: Names }): ReactElement {
  return (
    <div className="text-only">
      {(['left', 'right'] as const).map((side) => {
        const { language } = evidence[side]
        return (
          <section key={side} aria-label={names[side]} lang={language === 'und' ? undefined : language}>
            <h3>{names[side]}</h3>
            {bodyOf(evidence, side).split(/\n+/).filter(Boolean).map((paragraph, at) => (
              <p key={at}>{paragraph}</p>
            ))}
          </section>
        )
      })}
    </div>
  )
}
