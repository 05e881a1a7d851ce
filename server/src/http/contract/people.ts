// How are users, keys, sessions and the audit log written?
import { z } from 'zod'
import { PASSWORD_LEAST, PASSWORD_MOST } from '../password-bounds.ts'
import { GivenTime, Id, RoleName, Time, listQuery, many, switchOf } from './shapes.ts'

const NAME_MOST = 200

export const UserAnswer = z
  .strictObject({
    id: Id,
    email: z.string(),
    name: z.string(),
    role: RoleName,
    disabled: z.boolean(),
    version: z.int(),
    createdAt: Time,
    lastSeenAt: Time.optional(),
  })
  .meta({ id: 'User' })
export type UserAnswer = z.infer<typeof UserAnswer>

const Email = z.email('is not an e-mail address').max(320).transform((email) => email.toLowerCase())
const Name = z.string().trim().min(1).max(NAME_MOST)
const Password = z
  .string()
  .min(PASSWORD_LEAST, `is shorter than ${PASSWORD_LEAST} characters`)
  .max(PASSWORD_MOST, `is longer than ${PASSWORD_MOST} characters`)

export const UserBody = z
  .strictObject({ email: Email, name: Name.optional(), role: RoleName, password: Password.optional() })
  .meta({ id: 'NewUser', description: 'Without a password the user comes in by a sign-in link.' })

export const UserPatch = z
  .strictObject({ name: Name, role: RoleName, password: Password, disabled: z.boolean() })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, 'names nothing to change')
  .meta({ id: 'UserPatch' })

export const UserListQuery = listQuery(['id', 'email', 'name', 'role', 'createdAt', 'lastSeenAt'], { role: RoleName.optional() })

export const LinkBody = z
  .strictObject({ goTo: z.string().max(2_000).default('/') })
  .meta({ id: 'LinkRequest', description: '`goTo` is a path of this site.' })

export const LinkAnswer = z.strictObject({ url: z.string(), expiresAt: Time }).meta({ id: 'SignInLink', description: 'Works once.' })

export const SignInQuery = z.strictObject({ token: z.string().max(200) })

const KEY_FIELDS = {
  id: Id,
  name: z.string(),
  role: RoleName,
  prefix: z.string(),
  createdAt: Time,
  expiresAt: Time.optional(),
  lastUsedAt: Time.optional(),
}

export const KeyAnswer = z.strictObject(KEY_FIELDS).meta({ id: 'Key' })
export type KeyAnswer = z.infer<typeof KeyAnswer>

export const NewKeyAnswer = z.strictObject({ ...KEY_FIELDS, key: z.string() }).meta({ id: 'NewKey', description: 'The only time that the key is shown.' })

export const KeyBody = z.strictObject({ name: Name, role: RoleName, expiresAt: GivenTime.optional() }).meta({ id: 'KeyRequest' })

export const KeyListQuery = listQuery(['id', 'name', 'role', 'createdAt', 'expiresAt', 'lastUsedAt'], {})

export const SessionBody = z
  .strictObject({ email: z.string().min(1).max(320), password: z.string().min(1).max(PASSWORD_MOST) })
  .meta({ id: 'Credentials' })

export const SessionQuery = z.strictObject({
  quiet: switchOf(false).meta({ description: 'Answer 200 where nobody is signed in too, as `anonymous`: for a page that only wants to know.' }),
})

/** Who am I, and which calls (by their ids in this file) may I make? */
export const SessionAnswer = z
  .strictObject({
    actor: z.strictObject({ kind: z.enum(['user', 'key', 'system', 'anonymous']), id: z.string(), name: z.string(), role: RoleName.optional() }),
    may: many(z.string()),
    expiresAt: Time.optional(),
  })
  .meta({ id: 'Session' })
export type SessionAnswer = z.infer<typeof SessionAnswer>

export const AuditAnswer = z
  .strictObject({
    id: Id,
    at: Time,
    actor: z.strictObject({ kind: z.enum(['user', 'key', 'system', 'anonymous']), id: z.string(), name: z.string() }),
    action: z.string(),
    subject: z.strictObject({ kind: z.string(), id: z.string() }),
    before: z.unknown().optional(),
    after: z.unknown().optional(),
  })
  .meta({ id: 'AuditEntry' })
export type AuditAnswer = z.infer<typeof AuditAnswer>

export const AuditListQuery = listQuery(['id', 'at'], {
  action: z.string().max(100).optional(),
  actor: z.string().max(320).optional(),
  subject: z.string().max(100).optional(),
})
