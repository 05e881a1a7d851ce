// Which articles are meant? A filter is a tree of values, never a piece of query language.

export type FilterValue = string | number | boolean

export type Filter =
  | { readonly op: 'and' | 'or'; readonly of: readonly Filter[] }
  | { readonly op: 'not'; readonly of: Filter }
  | { readonly op: '=' | '!=' | '>' | '>=' | '<' | '<='; readonly field: string; readonly value: FilterValue }
  | { readonly op: 'in' | 'not-in'; readonly field: string; readonly values: readonly FilterValue[] }
  | { readonly op: 'between'; readonly field: string; readonly from: number; readonly to: number }
  | { readonly op: 'exists' | 'is-null' | 'is-empty'; readonly field: string }
  | { readonly op: 'contains' | 'starts-with'; readonly field: string; readonly value: string }
