// What does a rehearsal say of a file? Like a document, with each article whole; its ids hold in that answer only.
import type { ReadingAnswer, RehearsedDocument } from '../../../../server/src/http/contract/corrections.ts'

export type { ReadingAnswer, RehearsedDocument }
export type RehearsedArticle = RehearsedDocument['articles'][number]
export type Reading = NonNullable<RehearsedDocument['reading']>
export type ReadLine = Reading['lines'][number]
