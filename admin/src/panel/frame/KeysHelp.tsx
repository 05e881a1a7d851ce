// Which keys are there? Shown on `?`, and the place to switch single keys off.
import type { ReactElement } from 'react'
import { KeyList, KeySwitch } from '../../look/KeyList.tsx'
import { Dialog } from './Dialog.tsx'
import { PANEL_KEYS } from './panel-keys.ts'

export function KeysHelp({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }): ReactElement {
  return (
    <Dialog title="Keys" open={open} onClose={onClose}>
      <KeyList groups={PANEL_KEYS} />
      <KeySwitch />
      <div className="dialog-actions">
        <button type="button" onClick={onClose}>
          Close
        </button>
      </div>
    </Dialog>
  )
}
