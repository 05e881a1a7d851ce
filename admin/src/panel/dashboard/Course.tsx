// How does something go over time? A column or a point a step, and each step a link to what lies behind it: one stop for
// the Tab key, arrows from step to step, Enter to go there. Drawn here, for a library's plots cannot be walked so.
import { useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactElement, type RefObject } from 'react'
import { Link } from 'react-router-dom'
import type { Series } from './Plot.tsx'
import { named, ticks } from './scale.ts'

const HEIGHT = 190
const LEFT = 44
const BELOW = 24
const ABOVE = 8
const ROOM = 62
const WIDEST = 40
/** Half of the widest name. */
const EDGE = 22

export interface CourseStep {
  /** Below the plot. */
  readonly name: string
  /** The whole of it, as it is said. */
  readonly says: string
  readonly to: string
  /** One a series; absent where there is nothing to show. */
  readonly values: readonly (number | undefined)[]
}

interface CourseProps {
  readonly title: string
  readonly steps: readonly CourseStep[]
  readonly series: readonly Series[]
  readonly form: 'columns' | 'line'
  readonly valueOf: (value: number) => string
  readonly whole?: boolean
  /** The value up to which the side goes at least. */
  readonly least?: number
}

export function Course({ title, steps, series, form, valueOf, whole = false, least = 0 }: CourseProps): ReactElement {
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box)
  const [at, setAt] = useState<number>()
  const walk = useWalk(steps.length, setAt)
  const most = Math.max(least, ...steps.map(({ values }) => (form === 'columns' ? sum(values) : Math.max(0, ...values.map((value) => value ?? 0)))))
  const marks = ticks(most, { whole })
  const top = marks.at(-1) ?? 1
  const frame: Frame = { width, stride: Math.max(0, width - LEFT) / Math.max(1, steps.length), y: (value) => ABOVE + (1 - value / top) * (HEIGHT - ABOVE - BELOW) }
  return (
    <div className="course" ref={box} onMouseLeave={() => setAt(undefined)}>
      <p className="course-says facts figures" aria-hidden="true">
        {at === undefined ? '' : steps[at]?.says}
      </p>
      {width > 0 && (
        <svg width={width} height={HEIGHT} role="group" aria-label={title} onKeyDown={walk.onKeyDown}>
          <Side marks={marks} frame={frame} valueOf={valueOf} />
          {named(steps.length, width - LEFT, ROOM).map((index) => (
            <text key={index} className="course-name" x={Math.min(middle(index, frame), width - EDGE)} y={HEIGHT - 6} textAnchor="middle" aria-hidden="true">
              {steps[index]?.name}
            </text>
          ))}
          {form === 'line' && <Lines steps={steps} series={series} frame={frame} />}
          {steps.map((step, index) => (
            <Link key={index} to={step.to} className="course-step" aria-label={step.says} tabIndex={index === walk.stop ? 0 : -1} onFocus={() => walk.arrive(index)} onMouseEnter={() => setAt(index)} onBlur={() => setAt(undefined)}>
              <rect className="course-hit" x={LEFT + index * frame.stride} width={frame.stride} y={ABOVE} height={HEIGHT - ABOVE - BELOW} />
              {form === 'columns' ? <Column step={step} series={series} index={index} frame={frame} /> : <Points step={step} series={series} index={index} frame={frame} />}
            </Link>
          ))}
        </svg>
      )}
    </div>
  )
}

interface Frame {
  readonly width: number
  readonly stride: number
  readonly y: (value: number) => number
}

function Side({ marks, frame, valueOf }: { readonly marks: readonly number[]; readonly frame: Frame; readonly valueOf: (value: number) => string }): ReactElement {
  return (
    <g aria-hidden="true">
      {marks.map((mark) => (
        <g key={mark}>
          <line className={mark === 0 ? 'course-ground' : 'course-mark'} x1={LEFT} x2={frame.width} y1={frame.y(mark)} y2={frame.y(mark)} />
          <text className="course-name" x={LEFT - 8} y={frame.y(mark) + 4} textAnchor="end">
            {valueOf(mark)}
          </text>
        </g>
      ))}
    </g>
  )
}

interface StepProps {
  readonly step: CourseStep
  readonly series: readonly Series[]
  readonly index: number
  readonly frame: Frame
}

function Column({ step, series, index, frame }: StepProps): ReactElement {
  const wide = Math.min(WIDEST, Math.max(1, frame.stride * 0.72))
  let below = 0
  return (
    <>
      {series.map(({ name, tone }, place) => {
        const value = step.values[place] ?? 0
        const y = frame.y(below + value)
        const height = frame.y(below) - y
        below += value
        return value > 0 && <rect key={name} className={`tone-${tone}`} x={middle(index, frame) - wide / 2} width={wide} y={y} height={Math.max(1, height - (below > value ? 1 : 0))} />
      })}
    </>
  )
}

function Points({ step, series, index, frame }: StepProps): ReactElement {
  return (
    <>
      {series.map(({ name, tone }, place) => {
        const value = step.values[place]
        return value !== undefined && <circle key={name} className={`tone-${tone}`} cx={middle(index, frame)} cy={frame.y(value)} r={Math.min(3.5, Math.max(1.5, frame.stride / 4))} />
      })}
    </>
  )
}

/** A line a series; broken where a step has no value. */
function Lines({ steps, series, frame }: { readonly steps: readonly CourseStep[]; readonly series: readonly Series[]; readonly frame: Frame }): ReactElement {
  return (
    <g aria-hidden="true">
      {series.map(({ name, tone }, place) => {
        let drawn = false
        const path = steps.map(({ values }, index) => {
          const value = values[place]
          const move = value === undefined ? '' : `${drawn ? 'L' : 'M'}${middle(index, frame)} ${frame.y(value)}`
          drawn = value !== undefined
          return move
        })
        return <path key={name} className={`line-${tone}`} d={path.join('')} fill="none" />
      })}
    </g>
  )
}

/** One step is the stop of the Tab key; arrows, Home and End go on from it. */
function useWalk(count: number, setAt: (index: number) => void): { readonly stop: number; readonly arrive: (index: number) => void; readonly onKeyDown: (event: KeyboardEvent<SVGSVGElement>) => void } {
  const [stop, setStop] = useState(count - 1)
  const here = Math.min(stop, count - 1)
  const arrive = (index: number): void => {
    setStop(index)
    setAt(index)
  }
  const onKeyDown = (event: KeyboardEvent<SVGSVGElement>): void => {
    const next = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: count - 1 }[event.key]
    if (next === undefined) return
    event.preventDefault()
    event.currentTarget.querySelectorAll<SVGAElement>('.course-step')[Math.min(count - 1, Math.max(0, next))]?.focus()
  }
  return { stop: here, arrive, onKeyDown }
}

function useWidth(box: RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return undefined
    setWidth(element.clientWidth)
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [box])
  return width
}

function middle(index: number, { stride }: Frame): number {
  return LEFT + (index + 0.5) * stride
}

function sum(values: readonly (number | undefined)[]): number {
  return values.reduce<number>((all, value) => all + (value ?? 0), 0)
}
