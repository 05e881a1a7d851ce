// How do tests come by an engine that answers? A new generation serves as soon as it is told to, however empty.
import type { Note } from '../../src/engine/engine.ts'
import type { SearchEngine } from '../../src/engine/port.ts'

/** Whatever is being built serves from now on. */
export async function serving<E extends SearchEngine>(engine: E): Promise<E> {
  for (const generation of await engine.generations()) if (!generation.serving) await engine.promote(await generation.identity())
  return engine
}

/** The note of a store that forgets everything when it is closed. */
export function noteInMemory(): Note {
  let held: string | undefined
  return {
    read: async () => held,
    write: async (value) => {
      held = value
    },
  }
}
