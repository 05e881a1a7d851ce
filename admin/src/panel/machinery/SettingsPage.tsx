// Which settings hold, and how are they changed? What people teach the archive stands first; limits belong to the operator's
// environment; keys are each person's own.
import type { ReactElement } from 'react'
import { KeyList, KeySwitch } from '../../look/KeyList.tsx'
import { useSystem } from '../archive/stats.ts'
import { Page } from '../frame/Page.tsx'
import { PANEL_KEYS } from '../frame/panel-keys.ts'
import { Failed } from '../states/Failed.tsx'
import { Skeleton } from '../states/Skeleton.tsx'
import { FurnitureRules } from './FurnitureRules.tsx'
import { SplitRules } from './SplitRules.tsx'
import { SettingTable } from './SettingTable.tsx'
import { Thresholds } from './Thresholds.tsx'

/** In the order of `server/src/cluster/principal.ts`. */
const LEADS = [
  'the one that a person chose',
  'not machine-spun, while another is there',
  'not cut off by a paywall, while another is there',
  'not an excerpt or an agency’s cut of another',
  'the one that most others are copies of',
  'on a page of its own rather than inside a digest, signed, with a publisher, the earliest, the longest',
]

export function SettingsPage(): ReactElement {
  const { data, error, isPending, refetch } = useSystem()
  return (
    <Page title="Settings" intro="What holds now, and how it is changed.">
      <FurnitureRules />
      <SplitRules />
      {error !== null && <Failed what="The settings" error={error} onAgain={() => void refetch()} />}
      {isPending && <Skeleton />}
      {data !== undefined && <Thresholds told={data.thresholds} />}
      <h2 className="section">Who leads a cluster</h2>
      <p className="facts">The version shown in search. The first of these that tells two versions apart decides; a person’s choice outlasts every new reading.</p>
      <ol className="leads">
        {LEADS.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ol>
      {data !== undefined && (
        <>
          <h2 className="section">Limits</h2>
          <p className="facts">Set in the service’s environment under the name given, in mebibytes where the name ends in MB, and read at its start.</p>
          <SettingTable caption="Limits" rows={data.limits} />
        </>
      )}
      <h2 className="section">Keys</h2>
      <KeySwitch />
      <KeyList groups={PANEL_KEYS} />
    </Page>
  )
}
