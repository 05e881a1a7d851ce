// Is a PDF read as paragraphs in the order of a reader's eye?
// @ts-expect-error the package brings no types
import PDFDocument from 'pdfkit'
import { describe, expect, it } from 'vitest'
import { scratchFolder } from '../intake/scratch.ts'
import { clues, extracted, onePage, outline } from './formats.ts'

const folder = scratchFolder()

/** What these tests use of pdfkit. Places in points from the top left. */
interface Pdf {
  addPage(): Pdf
  fontSize(size: number): Pdf
  moveDown(): Pdf
  text(text: string, x?: number, y?: number, options?: object): Pdf
  text(text: string, options?: object): Pdf
  on(event: 'data', take: (piece: Buffer) => void): void
  on(event: 'end', take: (nothing: unknown) => void): void
  end(): void
}

async function drawn(draw: (pdf: Pdf) => void, options: object = {}): Promise<Buffer> {
  const pdf: Pdf = new PDFDocument({ size: 'A4', margin: 72, ...options }) as Pdf
  const pieces: Buffer[] = []
  pdf.on('data', (piece: Buffer) => pieces.push(piece))
  const ended = new Promise((resolve) => pdf.on('end', resolve))
  draw(pdf)
  pdf.end()
  await ended
  return Buffer.concat(pieces)
}

const sentences = (name: string, count: number) => Array.from({ length: count }, (_, at) => `Sentence ${at + 1} of the ${name} paragraph tells what was seen at the river.`).join(' ')

describe('a PDF', () => {
  it('gives wrapped lines as paragraphs, and large type as a heading', async () => {
    const bytes = await drawn((pdf) => {
      pdf.fontSize(22).text('The bridge is open').moveDown().fontSize(11)
      for (const name of ['first', 'second', 'third']) pdf.text(sentences(name, 5)).moveDown()
    })
    expect(outline(await onePage(folder, 'application/pdf', bytes))).toEqual([
      'heading1 The bridge is open', ...['first', 'second', 'third'].map((name) => `paragraph ${sentences(name, 5)}`),
    ])
  })

  it('tells paragraphs by their indent where no space parts them', async () => {
    const bytes = await drawn((pdf) => {
      for (const name of ['first', 'second', 'third']) pdf.fontSize(11).text(sentences(name, 6), { indent: 20 })
    })
    expect((await onePage(folder, 'application/pdf', bytes)).blocks.map((block) => block.text)).toEqual(['first', 'second', 'third'].map((name) => sentences(name, 6)))
  })

  it('marks running heads and page numbers, and joins a paragraph over the page’s end', async () => {
    const bytes = await drawn((pdf) => {
      for (const page of [1, 2, 3]) {
        if (page > 1) pdf.addPage()
        pdf.fontSize(8).text('THE VALE COURIER', 72, 40).text(String(page), 300, 800, { lineBreak: false })
        pdf.fontSize(11).text(`Page ${page} tells how the water rose and how the people of the valley then`, 72, 100)
        pdf.text('went on to build what they had long wanted to build.', 72, 114)
        pdf.text(page === 3 ? 'That was all.' : 'Nobody in the valley had expected that the', 72, 140)
      }
    })
    const page = await onePage(folder, 'application/pdf', bytes)
    const marked = page.blocks.filter((block) => block.furniture !== undefined).map((block) => block.text)
    expect(marked.toSorted()).toEqual(['1', '2', '3', 'THE VALE COURIER', 'THE VALE COURIER', 'THE VALE COURIER'])
    expect(page.text).toContain('had expected that the Page 2 tells how')
  })

  it('reads two columns one after the other', async () => {
    const bytes = await drawn((pdf) => {
      pdf.fontSize(20).text('A heading over both of the two columns of the page', 72, 72)
      pdf.fontSize(10).text(sentences('left', 9), 72, 140, { width: 210 }).text(sentences('right', 9), 312, 140, { width: 210 })
    })
    const text = (await onePage(folder, 'application/pdf', bytes)).text.replace(/\s+/g, ' ')
    expect(text).toBe(`A heading over both of the two columns of the page ${sentences('left', 9)} ${sentences('right', 9)}`)
  })

  it('makes words whole that were parted at a line’s end', async () => {
    const bytes = await drawn((pdf) => {
      pdf.fontSize(11).text('The council has decided after a long debate to re-', 72, 100).text('build the bridge in the style of the Anglo-', 72, 114).text('French engineers.', 72, 128)
    })
    expect((await onePage(folder, 'application/pdf', bytes)).text).toBe('The council has decided after a long debate to rebuild the bridge in the style of the Anglo- French engineers.')
  })

  it('takes title and author from its properties where they are a person’s words', async () => {
    const told = await drawn((pdf) => { pdf.text('Text.') }, { info: { Title: 'The bridge is open', Author: 'Ada Vale' } })
    expect(clues(await onePage(folder, 'application/pdf', told))).toEqual({ headline: 'The bridge is open', byline: 'Ada Vale' })
    const filled = await drawn((pdf) => { pdf.text('Text.') }, { info: { Title: 'Microsoft Word - draft 3.docx', Author: 'user01' } })
    expect(clues(await onePage(folder, 'application/pdf', filled))).toEqual({})
  })

  it('that asks for a password, or is cut, is refused', async () => {
    const locked = await drawn((pdf) => { pdf.text('Secret.') }, { userPassword: 'x', ownerPassword: 'y' })
    await expect(extracted(folder, 'application/pdf', locked)).rejects.toMatchObject({ problem: { code: 'encrypted' } })
    await expect(extracted(folder, 'application/pdf', '%PDF-1.7\nnothing more')).rejects.toMatchObject({ problem: { code: 'damaged' } })
  })
})
