// What just came of an action? One short sentence at the foot of the page, that goes by itself and can be sent away.
import { useEffect, type ReactElement } from 'react'
import { useNotificationContext, type NotificationPayload } from 'react-admin'

const SHOWN_MS = 6_000

export function Notices(): ReactElement {
  const { notifications, takeNotification } = useNotificationContext()
  const first: NotificationPayload | undefined = notifications[0]
  useEffect(() => {
    if (first === undefined) return undefined
    const timer = setTimeout(takeNotification, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [first, takeNotification])
  return (
    <div className="notices" role="status">
      {first !== undefined && (
        <p className={`notice notice-${first.type}`}>
          {first.message}
          <button type="button" className="plain" onClick={() => takeNotification()}>
            Close
          </button>
        </p>
      )}
    </div>
  )
}
