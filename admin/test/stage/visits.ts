// Who reads in a browser just now, and what is left of it afterwards? To open a browser anew and let it read the page's program
// again takes three times what the page itself takes: so each is kept for the next visit of the same person, as if nothing had been.
import type { Browser, BrowserContext, Page } from 'playwright-core'

export type SignedIn = Awaited<ReturnType<BrowserContext['storageState']>>

export interface Look {
  readonly theme?: 'light' | 'dark'
  readonly width?: number
}

export interface Visit {
  readonly page: Page
  /** What went wrong without anybody looking: console errors, uncaught errors, calls to other hosts. */
  readonly faults: readonly string[]
}

const NOBODY: SignedIn = { cookies: [], origins: [] }
const HEIGHT = 900

export class Visits {
  readonly #browser: Browser
  readonly #url: string
  readonly #free = new Map<SignedIn, Reader[]>()
  #reading: Reader[] = []

  constructor(browser: Browser, url: string) {
    this.#browser = browser
    this.#url = url
  }

  /** A browser of its own, on an empty page, of one person where a state is given. */
  async begin({ theme = 'light', width = 1280 }: Look, state = NOBODY): Promise<Visit> {
    const reader = this.#free.get(state)?.pop() ?? (await this.#open(state))
    this.#reading.push(reader)
    await reader.page.setViewportSize({ width, height: HEIGHT })
    await reader.page.emulateMedia({ colorScheme: theme })
    return reader.watch(this.#url)
  }

  /** Ends all visits of a test. */
  async end(): Promise<void> {
    const ended = this.#reading
    this.#reading = []
    for (const reader of ended) if (await reader.forget()) this.#free.set(reader.state, [...(this.#free.get(reader.state) ?? []), reader])
  }

  async #open(state: SignedIn): Promise<Reader> {
    const context = await this.#browser.newContext({ baseURL: this.#url, locale: 'en-GB', reducedMotion: 'reduce', storageState: state })
    return new Reader(state, await context.newPage())
  }
}

class Reader {
  readonly state: SignedIn
  readonly page: Page
  #faults: string[] = []
  #watched = false
  #leaving = false

  constructor(state: SignedIn, page: Page) {
    this.state = state
    this.page = page
  }

  watch(url: string): Visit {
    this.#faults = []
    if (!this.#watched) this.#listen(url)
    this.#watched = true
    return { page: this.page, faults: this.#faults }
  }

  /** Whether it is as good as new; a browser that a test has closed, or in which somebody signed out, is not. */
  async forget(): Promise<boolean> {
    const { page } = this
    if (page.isClosed()) return false
    const context = page.context()
    this.#leaving = true
    for (const other of context.pages()) if (other !== page) await other.close()
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    await page.evaluate(() => {
      if (location.protocol === 'about:') return
      localStorage.clear()
      sessionStorage.clear()
    })
    // Of the same host, so that the browser keeps the process that has read the page's program.
    await page.route('**/between-visits', (route) => route.fulfill({ contentType: 'text/html', body: '<link rel="icon" href="data:,">' }))
    await page.goto('/between-visits')
    await page.unrouteAll()
    this.#leaving = false
    const cookies = (await context.cookies()).map(({ name, value }) => `${name}=${value}`)
    const whole = this.state.origins.length === 0 && cookies.join() === this.state.cookies.map(({ name, value }) => `${name}=${value}`).join()
    if (!whole) await context.close()
    return whole
  }

  #listen(url: string): void {
    const { page } = this
    const note = (fault: string): void => {
      if (!this.#leaving) this.#faults.push(fault)
    }
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') note(`console: ${message.text()}`)
    })
    page.on('pageerror', (error) => note(`uncaught: ${error.message}`))
    page.on('dialog', (dialog) => {
      note(`dialog: ${dialog.message()}`)
      // A page that asks whether one wants to leave is left all the same at the end of a test.
      void (this.#leaving ? dialog.accept() : dialog.dismiss())
    })
    page.on('request', (request) => {
      if (!request.url().startsWith(url) && !/^(data|blob|about):/.test(request.url())) note(`called: ${request.url()}`)
    })
  }
}
