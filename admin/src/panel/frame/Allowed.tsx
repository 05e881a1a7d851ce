// May this person see the page? Otherwise it says so and leaves them signed in.
import type { ReactElement, ReactNode } from 'react'
import { useCanAccess } from 'react-admin'
import { Failed } from '../states/Failed.tsx'
import { Skeleton } from '../states/Skeleton.tsx'
import { Denied } from './Denied.tsx'

export function Allowed({ resource, action, children }: { readonly resource: string; readonly action: string; readonly children: ReactNode }): ReactElement {
  const { canAccess, isPending, error, refetch } = useCanAccess({ resource, action })
  if (error !== null && error !== undefined) return <Failed what="Your rights" error={error} onAgain={() => void refetch()} />
  if (isPending) return <Skeleton />
  return canAccess === true ? <>{children}</> : <Denied />
}
