// What does Meilisearch say when a request is wrong? Its own codes and sentences, which its clients know.
import type { FilterableField } from '../../engine/port.ts'
import { FILTERABLE_FIELDS, SEARCHABLE_FIELDS, SORTABLE_FIELDS } from '../../engine/port.ts'

export type FaultType = 'invalid_request' | 'auth' | 'internal' | 'system'

/** An error as Meilisearch's clients expect it; `http` writes it out. */
export class MeilisearchFault extends Error {
  readonly code: string
  readonly status: number
  readonly type: FaultType

  constructor(code: string, message: string, status = 400, type: FaultType = 'invalid_request') {
    super(message)
    this.name = 'MeilisearchFault'
    this.code = code
    this.status = status
    this.type = type
  }
}

/** The field, if it is one that filters; `parameter` as in `invalid_search_filter`, or `facetName` of a facet search. */
export function filterableField(name: string, parameter: string, lead = ''): FilterableField {
  return known(FILTERABLE_FIELDS, name, parameter === 'facetName' ? 'invalid_facet_search_facet_name' : `invalid_search_${parameter}`, `${lead}Attribute \`${name}\` is not filterable. Available filterable attributes patterns are: ${listed(FILTERABLE_FIELDS)}.`)
}

export function sortableField(name: string) {
  return known(SORTABLE_FIELDS, name, 'invalid_search_sort', `Attribute \`${name}\` is not sortable. Available sortable attributes are: ${listed(SORTABLE_FIELDS)}.`)
}

export function searchableField(name: string) {
  return known(SEARCHABLE_FIELDS, name, 'invalid_search_attributes_to_search_on', `Attribute \`${name}\` is not searchable. Available searchable attributes are: ${listed(SEARCHABLE_FIELDS)}.`)
}

function known<Name extends string>(names: readonly Name[], name: string, code: string, message: string): Name {
  const found = names.find((one) => one === name)
  if (found === undefined) throw new MeilisearchFault(code, message)
  return found
}

function listed(names: readonly string[]): string {
  return [...names].sort().map((name) => `\`${name}\``).join(', ')
}
