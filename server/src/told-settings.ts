// Which settings does the service tell people of? Those that decide what is taken and what counts as a copy, each with a sentence.
import type { Config } from './config.ts'
import type { ToldSetting } from './http/http.ts'
import { type LimitName, LIMITS, USUAL } from './match/match.ts'

export function toldSettings({ limits, reader }: Config): { readonly limits: readonly ToldSetting[]; readonly thresholds: readonly ToldSetting[] } {
  return {
    limits: [
      { name: 'LIMIT_MEMBERS', value: limits.members, unit: 'count', says: 'Most members of one archive.' },
      { name: 'LIMIT_DEPTH', value: limits.depth, unit: 'count', says: 'How deeply archives may lie in one another.' },
      { name: 'LIMIT_RATIO', value: limits.ratio, unit: 'count', says: 'How many times its size an archive may unpack to.' },
      { name: 'LIMIT_TEXT_MB', value: limits.textLength, unit: 'bytes', says: 'Longest text of one document.' },
      { name: 'READER_PROCESSES', value: reader.processes, unit: 'count', says: 'Files that are read side by side.' },
      { name: 'READER_MEMORY_MB', value: reader.memoryBytes, unit: 'bytes', says: 'Most memory for reading one file.' },
      { name: 'READER_SECONDS', value: reader.seconds, unit: 'seconds', says: 'Most time for reading one file.' },
    ],
    thresholds: (Object.keys(LIMITS) as LimitName[]).map((name) => ({ name, value: USUAL[name], ...LIMITS[name] })),
  }
}
