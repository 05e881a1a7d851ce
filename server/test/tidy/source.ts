// What does the tidy test know of a source file? Its text, its imports, its comments and its functions, read by Vite's own
// parser: a text search would take the word `import` in a string for an import.
import { parseSync } from 'vite'

export interface Import {
  readonly from: string
  readonly typeOnly: boolean
  readonly line: number
}

export interface FunctionLines {
  readonly name: string
  readonly line: number
  readonly lines: number
}

export interface Source {
  /** From the project's top, with forward slashes. */
  readonly path: string
  readonly text: string
  readonly imports: readonly Import[]
  readonly comments: readonly string[]
  readonly functions: readonly FunctionLines[]
}

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [field: string]: unknown
}

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'])
const LINKS = new Set(['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration', 'ImportExpression', 'TSImportType'])

export function readSource(path: string, text: string): Source {
  const { program, comments, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} can't be parsed: ${errors[0]?.message}`)
  const imports: Import[] = []
  const functions: FunctionLines[] = []
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length
  walk(program as unknown as Node, undefined, (node, parent) => {
    if (LINKS.has(node.type)) imports.push(...importOf(node, lineOf))
    if (FUNCTIONS.has(node.type) && !groupsTests(parent)) {
      functions.push({ name: nameOf(node, parent), line: lineOf(node.start), lines: ownLines(node, lineOf) })
    }
  })
  return { path, text, imports, functions, comments: comments.map((comment) => comment.value) }
}

function walk(node: Node, parent: Node | undefined, visit: (node: Node, parent: Node | undefined) => void): void {
  visit(node, parent)
  for (const child of children(node)) walk(child, node, visit)
}

function children(node: Node): readonly Node[] {
  return Object.values(node).flat().filter(isNode)
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
}

function importOf(node: Node, lineOf: (offset: number) => number): Import[] {
  const from = (node.source ?? node.argument) as { value?: unknown } | null
  if (typeof from?.value !== 'string') return []
  const specifiers = (node.specifiers ?? []) as readonly { importKind?: string; exportKind?: string }[]
  const eachIsType = specifiers.length > 0 && specifiers.every((one) => (one.importKind ?? one.exportKind) === 'type')
  const typeOnly = node.type === 'TSImportType' || node.importKind === 'type' || node.exportKind === 'type' || eachIsType
  return [{ from: from.value, typeOnly, line: lineOf(node.start) }]
}

/** Lines of a function without the tests that it holds, which are measured one by one: a contract suite is a function around them. */
function ownLines(node: Node, lineOf: (offset: number) => number): number {
  let lines = lineOf(node.end) - lineOf(node.start) + 1
  const subtract = (inner: Node, parent: Node | undefined): void => {
    if (FUNCTIONS.has(inner.type) && (groupsTests(parent) || holdsTest(parent))) lines -= lineOf(inner.end) - lineOf(inner.start) - 1
    else for (const child of children(inner)) subtract(child, inner)
  }
  for (const child of children(node)) subtract(child, node)
  return lines
}

/** `describe('…', () => { … })` is a heading over tests, not a function that someone has to follow. */
function groupsTests(parent: Node | undefined): boolean {
  return calls(parent, 'describe')
}

/** A test in a suite is measured by itself: nobody follows from one into the next. */
function holdsTest(parent: Node | undefined): boolean {
  return calls(parent, 'it') || calls(parent, 'test')
}

function calls(node: Node | undefined, name: string): boolean {
  if (node?.type !== 'CallExpression') return false
  let callee = node.callee as Node
  while (callee.type === 'MemberExpression' || callee.type === 'CallExpression') callee = (callee.object ?? callee.callee) as Node
  return callee.name === name
}

function nameOf(node: Node, parent: Node | undefined): string {
  const named = (node.id ?? parent?.id ?? parent?.key) as { name?: string } | null | undefined
  return named?.name ?? 'a nameless function'
}
