// How long does a page take from a key to what it asks for? Watched from within the page: the clock starts at the key's own
// time stamp and stops in the frame after the one that painted other rows than before, with nothing under way.

/** Runs in the page before its own scripts. */
export const WATCH = () => {
  const GIVE_UP_MS = 10_000
  let tasks = []
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask', buffered: true })
  let begun
  let shown
  let files
  const textOf = (selector) => [...document.querySelectorAll(selector)].map(({ textContent }) => textContent).join('\n')
  const underWay = () => document.querySelector('[aria-busy=true], .fetching') !== null
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  const changed = async (selector, before) => {
    for (;;) {
      await painted()
      const now = performance.now()
      if (begun !== undefined && textOf(selector) !== before && !underWay()) return now - begun
      if (begun !== undefined && now - begun > GIVE_UP_MS) throw new Error(`no other rows after ${GIVE_UP_MS} ms at ${location.href}`)
    }
  }
  document.addEventListener('keydown', ({ timeStamp }) => (begun ??= timeStamp), true)
  window.watch = {
    forget: () => {
      tasks = []
    },
    /** Of the tasks over 50 ms since it was told to forget, in milliseconds; 0 where there was none. */
    longest: () => Math.max(0, ...tasks),
    /** The next key starts the clock; rows are what the selector finds. */
    arm: (selector) => {
      begun = undefined
      shown = changed(selector, textOf(selector))
    },
    /** Milliseconds from the key to the rows. */
    shown: () => shown,
    /** Makes files, so that making them is no part of what is measured. */
    prepare: (count) => {
      const transfer = new DataTransfer()
      for (let index = 0; index < count; index++) transfer.items.add(new File([`text ${index}`], `file-${index}.txt`, { type: 'text/plain' }))
      files = transfer.files
    },
    put: (selector) => {
      const input = document.querySelector(selector)
      input.files = files
      input.dispatchEvent(new Event('change', { bubbles: true }))
    },
  }
}
