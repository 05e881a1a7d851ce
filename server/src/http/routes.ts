// Which calls are there? The one table: the router, the OpenAPI file and the rights of a role are made from it.
import type { Route } from './route.ts'
import { articleRoutes } from './routes/articles.ts'
import { clusterRoutes } from './routes/clusters.ts'
import { decisionRoutes } from './routes/decisions.ts'
import { documentRoutes } from './routes/documents.ts'
import { evidenceRoutes } from './routes/evidence.ts'
import { matchRoutes } from './routes/matches.ts'
import { furnitureRuleRoutes } from './routes/furniture-rules.ts'
import { splitRuleRoutes } from './routes/split-rules.ts'
import { exportRoutes } from './routes/export.ts'
import { figureRoutes } from './routes/figures.ts'
import { openSearchRoutes } from './routes/open-search.ts'
import { meilisearchRoutes } from './routes/meilisearch.ts'
import { operationRoutes } from './routes/operations.ts'
import { peopleRoutes } from './routes/people.ts'
import { readingRoutes } from './routes/readings.ts'
import { rematchRoutes } from './routes/rematch.ts'
import { savedSearchRoutes } from './routes/saved-searches.ts'
import { searchRoutes } from './routes/search.ts'
import { sessionRoutes } from './routes/sessions.ts'
import { taskRoutes } from './routes/tasks.ts'
import { uploadRoutes } from './routes/uploads.ts'

export const ROUTES: readonly Route[] = [
  ...documentRoutes,
  ...readingRoutes,
  ...uploadRoutes,
  ...articleRoutes,
  ...matchRoutes,
  ...taskRoutes,
  ...furnitureRuleRoutes, ...splitRuleRoutes,
  ...evidenceRoutes,
  ...clusterRoutes,
  ...decisionRoutes,
  ...rematchRoutes,
  ...searchRoutes,
  ...exportRoutes,
  ...meilisearchRoutes,
  ...savedSearchRoutes,
  ...openSearchRoutes,
  ...sessionRoutes,
  ...peopleRoutes,
  ...operationRoutes,
  ...figureRoutes,
]
