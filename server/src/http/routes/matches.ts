// Evidence: what an article shares with others, any two texts side by side, and a text against the whole archive.
import { z } from 'zod'
import { ProblemError } from '../../domain/problem.ts'
import { IdParams, PAGING, listOf } from '../contract/shapes.ts'
import { CheckAnswer, CheckBody, CompareBody, MatchAnswer, TEXT_MOST } from '../contract/matches.ts'
import { FilesForm } from '../contract/documents.ts'
import type { House } from '../house.ts'
import { isForm } from '../mount.ts'
import type { CheckReport, Comparand } from '../parts.ts'
import { type Ask, type Route, json, ok, route } from '../route.ts'
import { borrowUpload, hangUp } from '../upload.ts'
import { readable } from './articles.ts'

/** Two texts of the greatest length, four bytes a character, and room to spare. */
const BODY_BYTES = 2 * 4 * TEXT_MOST + 65_536

const NoFields = z.strictObject({})

export const matchRoutes: readonly Route[] = [
  route({
    id: 'articles.matches', method: 'get', path: '/api/articles/:id/matches', needs: 'searcher', summary: 'What an article shares with others; it is `left`.',
    params: IdParams, query: z.strictObject(PAGING), answers: [json(200, 'Matches.', listOf(MatchAnswer))],
    handle: async ({ params, query, actor }, house) => {
      await readable(params.id, actor, house)
      return ok(await house.store.matches.of(params.id, { offset: (query.page - 1) * query.perPage, limit: query.perPage }))
    },
  }),
  route({
    id: 'compare', method: 'post', path: '/api/compare', needs: 'searcher', summary: 'The match of any two: articles or texts.',
    body: CompareBody, bodyBytes: BODY_BYTES, answers: [json(200, 'The match.', MatchAnswer)],
    handle: async (ask, house) => {
      for (const side of [ask.body.left, ask.body.right]) await mayCompare(side, ask, house)
      return ok(await house.matching.compare(ask.body.left, ask.body.right))
    },
  }),
  route({
    id: 'check', method: 'post', path: '/api/check', needs: 'reader',
    summary: 'Who tells this text already? JSON with `text`, or a form with `files`. Nothing is stored.',
    body: CheckBody.partial(), bodyBytes: BODY_BYTES, form: FilesForm,
    answers: [json(200, 'Matches, the closest first.', CheckAnswer)],
    handle: async (ask, house) => ok(told(await check(ask, house))),
  }),
]

/** Anybody may hold two articles side by side where search is public; own texts need a sign-in. */
async function mayCompare(side: Comparand, { actor }: Ask<unknown, unknown, unknown>, house: House): Promise<void> {
  if ('articleId' in side) await readable(side.articleId, actor, house)
  else if (actor.kind === 'anonymous') throw new ProblemError('not-signed-in', 'Comparing a text of your own needs a sign-in or an API key.')
}

function check({ body, request, response }: Ask<unknown, unknown, { text?: string }>, house: House): Promise<CheckReport> {
  const signal = hangUp(response)
  if (isForm(request)) {
    return borrowUpload(request, response, NoFields, house, ({ files }) => house.matching.check({ files }, signal))
  }
  if (body.text === undefined) {
    throw new ProblemError('invalid-request', 'A check needs `text` in JSON, or a form with `files`.', [{ path: 'text', message: 'is missing' }])
  }
  return house.matching.check({ text: body.text }, signal)
}

function told(report: CheckReport): z.input<typeof CheckAnswer> {
  return { matches: report.matches.map((match) => ({ ...match, id: match.articleId })), problems: report.problems }
}
