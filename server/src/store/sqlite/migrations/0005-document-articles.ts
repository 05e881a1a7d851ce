// How many live articles came out of a document? Counted in the index alone: a file of records holds a hundred thousand.

export const documentArticles = `
drop index article_document;
create index article_document on article (document_id, status);
`
