// What was sent before this visit? After a reload the archive goes on with what it has; here one sees how far it is.
import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { Link } from 'react-router-dom'
import type { UploadAnswer } from '../../../../server/src/http/contract/uploads.ts'
import { call } from '../archive/call.ts'
import { Receipt } from './UploadsPage.tsx'

const SHOWN = 3

/** `but`: those of this visit, which the queue above shows. */
export function SentLately({ but }: { readonly but: readonly string[] }): ReactElement | null {
  const { data } = useQuery({
    queryKey: ['uploads', 'list', 'lately'],
    queryFn: ({ signal }) => call<{ data: readonly UploadAnswer[] }>(`/api/uploads?perPage=${SHOWN + but.length}`, { signal }),
  })
  const uploads = (data?.data ?? []).filter(({ id }) => !but.includes(id)).slice(0, SHOWN)
  if (uploads.length === 0) return null
  return (
    <section aria-labelledby="sent-lately">
      <h2 className="section" id="sent-lately">
        Sent before
      </h2>
      <ul className="receipts">
        {uploads.map((upload) => (
          <Receipt key={upload.id} upload={upload} />
        ))}
      </ul>
      <p>
        <Link to="/uploads">All uploads</Link>
      </p>
    </section>
  )
}
