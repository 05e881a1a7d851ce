// Which text is the story, on a web page? The whole visible text is kept, and what is not the story is marked with its reason.
import type { Page } from '../domain/page.ts'
import { textPage } from './text.ts'

/** Any markup whatever gives a page, in time linear in its length. */
export function htmlPage(html: string): Page {
  return textPage(html.replace(/<[^<>]*>/g, '\n'))
}
