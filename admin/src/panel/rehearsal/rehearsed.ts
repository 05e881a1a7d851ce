// What does a rehearsal say of a file? Like a document, with each article whole; its ids hold in that answer only.
import type { z } from 'zod'
import type { RehearsalAnswer } from '../../../../server/src/http/contract/corrections.ts'

export type RehearsedDocument = z.infer<typeof RehearsalAnswer>['documents'][number]
export type RehearsedArticle = RehearsedDocument['articles'][number]
