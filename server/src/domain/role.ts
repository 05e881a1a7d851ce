// Who may do what? Four roles, each with all the rights of those before it.

export const ROLES = ['reader', 'contributor', 'curator', 'admin'] as const
export type Role = (typeof ROLES)[number]

export function roleAllows(held: Role, needed: Role): boolean {
  return ROLES.indexOf(held) >= ROLES.indexOf(needed)
}

/** Who makes a request, for the audit log. `id` is `anonymous` where nobody signed in. */
export interface Actor {
  readonly kind: 'user' | 'key' | 'system' | 'anonymous'
  readonly id: string
  readonly name: string
  readonly role: Role
}

export const SYSTEM: Actor = { kind: 'system', id: 'system', name: 'Copydesk', role: 'admin' }
