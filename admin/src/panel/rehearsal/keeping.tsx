// Is a line furniture wherever it stands? What is seen in one file can be kept as a rule for all that come after it.
import { useState, type ReactElement } from 'react'
import { useCanAccess } from 'react-admin'
import { patternFault } from '../../../../server/src/domain/furniture-rule.ts'
import { Dialog } from '../frame/Dialog.tsx'
import { type FurnitureRule, FurnitureRuleForm } from '../machinery/FurnitureRuleForm.tsx'
import type { LineDoings } from './LineBar.tsx'
import type { ReadLine } from './rehearsed.ts'

interface Keeping {
  /** Nothing where one may not keep rules, or the line cannot be one. */
  readonly does: Pick<LineDoings, 'keep'>
  readonly dialog: ReactElement
}

/** `publisher`: of the article that the line stands in. */
export function useKeeping(line: ReadLine | undefined, publisher: string | undefined): Keeping {
  const [kept, setKept] = useState<FurnitureRule>()
  const { canAccess } = useCanAccess({ resource: 'furnitureRules', action: 'add' })
  const pattern = (line?.text ?? '').replace(/\s+/g, ' ').trim()
  const may = canAccess === true && patternFault(pattern) === undefined
  const close = (): void => setKept(undefined)
  return {
    does: may ? { keep: () => setKept({ pattern, ...(publisher !== undefined && { publisher }) }) } : {},
    dialog: (
      <Dialog title="Furniture from now on" open={kept !== undefined} onClose={close}>
        {kept !== undefined && <FurnitureRuleForm first={kept} onClose={close} />}
      </Dialog>
    ),
  }
}
