// What just came of an action? One short sentence at the foot of the page, that goes by itself and can be sent away. The
// last one counts: ten acts in four seconds must not leave ten sentences to be waited for.
import { useEffect, type ReactElement } from 'react'
import { useNotificationContext, type NotificationPayload } from 'react-admin'

const SHOWN_MS = 6_000

export function Notices(): ReactElement {
  const { notifications, takeNotification } = useNotificationContext()
  const last: NotificationPayload | undefined = notifications.at(-1)
  const older = notifications.length > 1
  useEffect(() => {
    if (last === undefined) return undefined
    if (older) {
      takeNotification()
      return undefined
    }
    const timer = setTimeout(takeNotification, last.notificationOptions?.autoHideDuration ?? SHOWN_MS)
    return () => clearTimeout(timer)
  }, [last, older, takeNotification])
  return (
    <div className="notices" role="status">
      {last !== undefined && (
        <p className={`notice notice-${last.type}`}>
          {last.message}
          <button type="button" className="plain" onClick={() => takeNotification()}>
            Close
          </button>
        </p>
      )}
    </div>
  )
}
