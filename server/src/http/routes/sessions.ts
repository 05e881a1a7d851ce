// Signing in and out, by password or by a link that works once.
import { ProblemError } from '../../domain/problem.ts'
import type { User } from '../../store/people-port.ts'
import { IdParams } from '../contract/shapes.ts'
import { LinkAnswer, LinkBody, SessionAnswer, SessionBody, SessionQuery, SignInQuery } from '../contract/people.ts'
import { clearSession, setSession } from '../cookies.ts'
import type { House } from '../house.ts'
import { ANONYMOUS, type Identity, actorOf } from '../identity.ts'
import { admit } from '../mount.ts'
import { refuseForeignOrigin } from '../origin.ts'
import { ANSWERED, type Ask, EMPTY, type Route, created, json, NO_CONTENT, ok, route } from '../route.ts'
import { checkPassword, decoyHash, hashOf, newSecret } from '../secrets.ts'

export const sessionRoutes: readonly Route[] = [
  route({
    id: 'session.begin', method: 'post', path: '/api/session', needs: 'anyone', summary: 'Sign in with e-mail and password; sets the session cookie.',
    body: SessionBody, answers: [json(200, 'Who you are and what you may do.', SessionAnswer)],
    handle: async (ask, house) => {
      refuseForeignOrigin(ask.request, house.settings)
      const user = await byPassword(ask, house)
      const identity = await beginSession(user, ask, house)
      return ok(standing(identity, house))
    },
  }),
  route({
    id: 'session.get', method: 'get', path: '/api/session', needs: 'anyone', summary: 'Who am I, and which calls may I make?',
    query: SessionQuery, answers: [json(200, 'Who you are and what you may do.', SessionAnswer)],
    handle: async ({ identity, query }, house) => {
      if (identity.by === 'nothing' && !house.settings.publicSearch && !query.quiet) throw new ProblemError('not-signed-in', 'Nobody is signed in.')
      return ok(standing(identity, house))
    },
  }),
  route({
    id: 'session.end', method: 'delete', path: '/api/session', needs: 'anyone', summary: 'Sign out.',
    answers: [EMPTY],
    handle: async ({ identity, request, response }, house) => {
      if (identity.by === 'cookie') await house.store.people.endSession(identity.tokenHash)
      clearSession(request, response, house.settings)
      return NO_CONTENT
    },
  }),
  route({
    id: 'session.byLink', method: 'get', path: '/signin', needs: 'anyone', summary: 'Sign in by a link that works once; leads on to a page of this site.',
    query: SignInQuery, answers: [{ status: 303, description: 'Signed in, or not: the page says so.' }],
    handle: (ask, house) => byLink(ask, house),
  }),
  route({
    id: 'users.link', method: 'post', path: '/api/users/:id/sign-in-link', needs: 'admin', summary: 'A link that signs this user in once, within fifteen minutes.',
    params: IdParams, body: LinkBody, answers: [json(201, 'The link.', LinkAnswer)],
    handle: async ({ params, body, request }, house) => {
      const user = await house.store.people.user(params.id)
      if (user === undefined || user.disabled) throw new ProblemError('not-found', `There is no user ${params.id} who may sign in.`)
      const { path, expiresAt } = house.links.issue(user.id, body.goTo)
      const site = house.settings.publicUrl ?? `${request.protocol}://${request.host}`
      return created({ url: new URL(path, site).href, expiresAt })
    },
  }),
]

/** The same time and the same words whether the account is unknown, disabled or the password wrong. */
async function byPassword({ body, request }: Ask<unknown, unknown, { email: string; password: string }>, house: House): Promise<User> {
  const email = body.email.trim().toLowerCase()
  const address = request.ip ?? 'unknown'
  countAttempt(email, address, house)
  const known = await house.store.people.credentials(email)
  const right = await checkPassword(body.password, known?.passwordHash || decoyHash(house.settings.passwordCost))
  if (known === undefined || known.user.disabled || !right) {
    house.metrics.loginFailures.inc({ reason: 'credentials' })
    throw new ProblemError('wrong-credentials', 'There is no user with this e-mail and password.')
  }
  house.attempts.succeeded(email, address)
  return known.user
}

function countAttempt(email: string, address: string, house: House): void {
  try {
    house.attempts.take(email, address)
  } catch (error) {
    house.metrics.loginFailures.inc({ reason: 'throttled' })
    throw error
  }
}

/** Always a new token: one that was planted before is worth nothing. */
async function beginSession(user: User, { request, response, identity }: Ask<unknown, unknown, unknown>, house: House): Promise<Identity> {
  if (identity.by === 'cookie') await house.store.people.endSession(identity.tokenHash)
  const token = newSecret()
  const now = house.clock()
  const expiresAt = new Date(now.getTime() + house.settings.sessionSeconds * 1000).toISOString()
  await house.store.people.addSession({ tokenHash: hashOf(token), userId: user.id, createdAt: now.toISOString(), expiresAt })
  setSession(request, response, token, house.settings)
  return { by: 'cookie', actor: actorOf(user), tokenHash: hashOf(token) }
}

async function byLink(ask: Ask<unknown, { token: string }, unknown>, house: House): Promise<typeof ANSWERED> {
  const found = house.links.redeem(ask.query.token)
  const user = found === undefined ? undefined : await house.store.people.user(found.userId)
  ask.response.setHeader('Referrer-Policy', 'no-referrer')
  if (found === undefined || user === undefined || user.disabled) {
    ask.response.status(401).type('text/plain').send('This sign-in link was used already or is too old. Ask for another one.\n')
    return ANSWERED
  }
  await beginSession(user, ask, house)
  ask.response.redirect(303, found.goTo)
  return ANSWERED
}

function standing(identity: Identity, house: House) {
  const actor = identity.by === 'nothing' ? ANONYMOUS : identity.actor
  const { kind, id, name, role } = actor
  return {
    actor: identity.by === 'nothing' ? { kind, id, name } : { kind, id, name, role },
    may: house.rights.filter(({ needs }) => allows(identity, needs, house)).map((right) => right.id),
    ...(identity.by === 'key' && identity.expiresAt !== undefined ? { expiresAt: identity.expiresAt } : {}),
  }
}

function allows(identity: Identity, needs: House['rights'][number]['needs'], house: House): boolean {
  try {
    admit(identity, needs, house.settings.publicSearch)
    return true
  } catch (error) {
    if (error instanceof ProblemError) return false
    throw error
  }
}
