// Which lines of a unit fall under a rule that a person made? They become furniture, with the rule as the reason; what a
// person said of this very file stands above every rule.
import { type FurnitureRule, fitsPattern, sayRule } from '../domain/furniture-rule.ts'
import type { Block, Unit } from '../domain/page.ts'

/** The very same unit where no rule fits. */
export function strikeUnit(unit: Unit, rules: readonly FurnitureRule[]): Unit {
  if (rules.length === 0) return unit
  let struck = false
  const blocks = unit.blocks.map((block): Block => {
    if (block.furniture !== undefined || block.settled !== undefined) return block
    const rule = rules.find(({ pattern }) => fitsPattern(pattern, block.text))
    if (rule === undefined) return block
    struck = true
    return { ...block, furniture: 'rule', struckBy: sayRule(rule) }
  })
  return struck ? { ...unit, blocks } : unit
}
