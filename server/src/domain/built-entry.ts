// Where is the program of a thread or child process? Built JavaScript beside us; under a test runner that reads the
// sources, its built twin.

/** `entry` is relative to the importing file and ends in `.ts`. */
export function builtEntry(importer: string, entry: string): URL {
  const source = new URL(entry, importer)
  const built = source.href.replace(/\.ts$/, '.js')
  return new URL(importer.endsWith('.ts') ? built.replace('/src/', '/dist/') : built)
}
