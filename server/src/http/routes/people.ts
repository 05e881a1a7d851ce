// Users, API keys and the audit log: the administrator's part.
import type { z } from 'zod'
import { ProblemError } from '../../domain/problem.ts'
import { IdParams, listOf } from '../contract/shapes.ts'
import { AuditAnswer, AuditListQuery, KeyAnswer, KeyBody, KeyListQuery, NewKeyAnswer, UserAnswer, UserBody, UserListQuery, UserPatch } from '../contract/people.ts'
import type { House } from '../house.ts'
import { toList } from '../listing.ts'
import { EMPTY, type Route, created, json, NO_CONTENT, ok, route } from '../route.ts'
import { hashPassword, mintKey, newSecret } from '../secrets.ts'

export const peopleRoutes: readonly Route[] = [
  route({
    id: 'users.list', method: 'get', path: '/api/users', needs: 'admin', summary: 'List users.',
    query: UserListQuery, answers: [json(200, 'Users.', listOf(UserAnswer))],
    handle: async ({ query }, { store }) => ok(await store.people.users(toList(query))),
  }),
  route({
    id: 'users.add', method: 'post', path: '/api/users', needs: 'admin', summary: 'Add a user.',
    body: UserBody, answers: [json(201, 'The user.', UserAnswer)],
    handle: async ({ body, actor }, house) => {
      const { email, name, role, password } = body
      // Without a password nobody can guess one: the user comes in by a link.
      const passwordHash = await hashPassword(password ?? newSecret(), house.settings.passwordCost)
      return created(await house.store.people.addUser({ email, name: name ?? email, role, passwordHash }, actor, now(house)))
    },
  }),
  route({
    id: 'users.get', method: 'get', path: '/api/users/:id', needs: 'admin', summary: 'One user.',
    params: IdParams, answers: [json(200, 'The user.', UserAnswer)],
    handle: async ({ params }, house) => ok(await userOf(params.id, house)),
  }),
  route({
    id: 'users.edit', method: 'patch', path: '/api/users/:id', needs: 'admin', summary: 'Change a user; ends the sessions where role, password or state change.',
    params: IdParams, body: UserPatch, answers: [json(200, 'The user as it is now.', UserAnswer)],
    handle: async ({ params, body, actor }, house) => {
      await userOf(params.id, house)
      return ok(await house.store.people.editUser(params.id, await changesOf(body, house), actor, now(house)))
    },
  }),
  route({
    id: 'users.delete', method: 'delete', path: '/api/users/:id', needs: 'admin', summary: 'Remove a user.',
    params: IdParams, answers: [EMPTY],
    handle: async ({ params, actor }, house) => {
      await userOf(params.id, house)
      await house.store.people.removeUser(params.id, actor)
      return NO_CONTENT
    },
  }),
  route({
    id: 'keys.list', method: 'get', path: '/api/keys', needs: 'admin', summary: 'List API keys, by their first characters.',
    query: KeyListQuery, answers: [json(200, 'Keys.', listOf(KeyAnswer))],
    handle: async ({ query }, { store }) => ok(await store.people.keys(toList(query))),
  }),
  route({
    id: 'keys.add', method: 'post', path: '/api/keys', needs: 'admin', summary: 'Make an API key; it is shown this once.',
    body: KeyBody, answers: [json(201, 'The key.', NewKeyAnswer)],
    handle: async ({ body, actor }, house) => {
      if (body.expiresAt !== undefined && body.expiresAt <= now(house)) {
        throw new ProblemError('invalid-request', 'expiresAt: lies in the past.', [{ path: 'expiresAt', message: 'lies in the past' }])
      }
      const { key, prefix, keyHash } = mintKey()
      const { name, role, expiresAt } = body
      const kept = { name, role, prefix, keyHash, ...(expiresAt === undefined ? {} : { expiresAt }) }
      return created({ ...(await house.store.people.addKey(kept, actor, now(house))), key })
    },
  }),
  route({
    id: 'keys.delete', method: 'delete', path: '/api/keys/:id', needs: 'admin', summary: 'Withdraw an API key.',
    params: IdParams, answers: [EMPTY],
    handle: async ({ params, actor }, house) => {
      await house.store.people.removeKey(params.id, actor)
      return NO_CONTENT
    },
  }),
  route({
    id: 'audit.list', method: 'get', path: '/api/audit', needs: 'admin', summary: 'Every change: by whom, from what to what.',
    query: AuditListQuery, answers: [json(200, 'Entries.', listOf(AuditAnswer))],
    handle: async ({ query }, { store }) => ok(await store.audit.list(toList(query))),
  }),
]

function now(house: House): string {
  return house.clock().toISOString()
}

async function userOf(id: string, house: House) {
  const user = await house.store.people.user(id)
  if (user === undefined) throw new ProblemError('not-found', `There is no user ${id}.`)
  return user
}

async function changesOf(body: z.output<typeof UserPatch>, house: House) {
  const { password, ...rest } = body
  return password === undefined ? rest : { ...rest, passwordHash: await hashPassword(password, house.settings.passwordCost) }
}
