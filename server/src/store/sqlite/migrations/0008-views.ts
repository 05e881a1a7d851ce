// Of which list is a kept question a view? Those that were kept before are questions of the search.

export const views = `
alter table saved_search add column about text not null default 'search' check (about in ('search', 'clusters'));
`
