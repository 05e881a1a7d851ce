// How far is an upload? Its documents are counted by their status in an index alone: while ten thousand small files are
// taken in, somebody always asks.

export const uploadCounts = `
create index document_upload_status on document (upload, status, removed_at);
`
