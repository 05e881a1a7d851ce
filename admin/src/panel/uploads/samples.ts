// What can a newcomer try? The project's own invented documents, sent like any other file.

const FOUND = import.meta.glob<string>(['../../../../seeds/*', '!../../../../seeds/README.md'], { query: '?url', import: 'default', eager: true })

export const SAMPLES = Object.entries(FOUND).map(([path, url]) => ({ name: path.split('/').at(-1) ?? path, url })).sort((one, other) => one.name.localeCompare(other.name))

export async function sampleFiles(): Promise<readonly File[]> {
  return Promise.all(
    SAMPLES.map(async ({ name, url }) => {
      const response = await fetch(url)
      if (!response.ok) throw new Error(`The sample document ${name} could not be fetched.`)
      return new File([await response.blob()], name)
    }),
  )
}
