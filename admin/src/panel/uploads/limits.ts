// How large may a file be? As the service says, where this person may ask; the service checks in any case.
import { useCanAccess } from 'react-admin'
import { useQuery } from '@tanstack/react-query'
import { call } from '../archive/call.ts'
import type { SystemAnswer } from '../archive/stats.ts'
import { USUAL_MOST_BYTES } from './taking.ts'

export function useMostBytes(): number {
  const { canAccess } = useCanAccess({ resource: 'system', action: 'list' })
  const { data } = useQuery({ queryKey: ['limits'], queryFn: () => call<SystemAnswer>('/api/system'), enabled: canAccess === true, staleTime: Number.POSITIVE_INFINITY })
  return data?.limits.find((limit) => limit.name === 'LIMIT_FILE_MB')?.value ?? USUAL_MOST_BYTES
}
